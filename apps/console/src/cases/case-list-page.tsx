import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { type DragEvent, useState } from 'react';
import { listCases } from '../api/client.ts';
import { useLive } from '../api/live.ts';
import { useLoad } from '../api/use-load.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { useKeys } from '../shared/keys.ts';
import { LiveBadge } from '../shared/live-badge.tsx';
import { Pager } from '../shared/pager.tsx';
import { useTitle } from '../shared/use-title.ts';
import { words } from '../words.ts';
import { CaseTable } from './case-table.tsx';
import { Filters } from './filters.tsx';
import { NewCaseDialog } from './new-case-dialog.tsx';
import { NoCases } from './no-cases.tsx';
import { useCaseQuery } from './use-case-query.ts';

const PAGE_SIZE = 50;

export function CaseListPage() {
  const { say } = useLanguage();
  const view = useCaseQuery();
  const { query } = view;
  const [creating, setCreating] = useState<readonly File[] | null>(null);
  const cases = useLoad(JSON.stringify(query), (signal) => listCases({ ...query, limit: PAGE_SIZE }, signal));
  const filtered = query.verdict !== undefined || query.status !== undefined || query.text !== undefined;
  const shown = new Set(cases.data?.cases.map(({ id }) => id));
  // A change to a case that is not on this page may bring it here, unless older cases are being paged through.
  const live = useLive(cases.reload, {
    concerns: ({ caseId }) => caseId !== null && (shown.has(caseId) || query.cursor === undefined),
  });
  useTitle(say(words.cases));
  useKeys({ n: () => setCreating([]), '/': () => document.querySelector<HTMLElement>('#search')?.focus() });

  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) setCreating([...event.dataTransfer.files]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop target only; the button beside it does the same by keyboard.
    <div className="sheet" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Flex justify="space-between" align="center" gap={12} wrap>
        <Flex align="center" gap={14}>
          <h1>{say(words.cases)}</h1>
          <LiveBadge live={live} />
        </Flex>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating([])}>
          {say(words.newCase)}
        </Button>
      </Flex>
      <Filters view={view} />
      {cases.error ? (
        <FailureNote code={cases.error.code} message={cases.error.text} retry={cases.reload} />
      ) : null}
      <CaseTable
        cases={cases.data?.cases ?? []}
        loading={cases.data === null && cases.error === null}
        empty={<NoCases filtered={filtered} clear={view.clear} create={() => setCreating([])} />}
      />
      <Pager view={view} next={cases.data?.next ?? null} keys={words.listKeys} />
      {creating ? <NewCaseDialog files={creating} close={() => setCreating(null)} /> : null}
    </div>
  );
}
