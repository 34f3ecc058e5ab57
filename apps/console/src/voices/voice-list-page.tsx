import { PlusOutlined } from '@ant-design/icons';
import { voiceprintKindWords } from '@jianzhen/evidence';
import { Button, Empty, Flex } from 'antd';
import { useState } from 'react';
import { listVoiceprints, type VoiceprintQuery } from '../api/client.ts';
import { useLoad } from '../api/use-load.ts';
import { useLanguage } from '../language.tsx';
import { FailureNote } from '../shared/failure.tsx';
import { Choice } from '../shared/filters.tsx';
import { parseChoice, parseList, useListView } from '../shared/list-view.ts';
import { Pager } from '../shared/pager.tsx';
import { useTitle } from '../shared/use-title.ts';
import { words } from '../words.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { VoiceDialog } from './voice-dialog.tsx';
import { VoiceTable } from './voice-table.tsx';
import { voiceListWords } from './words.ts';

const PAGE_SIZE = 50;

function parseQuery(params: URLSearchParams): VoiceprintQuery {
  const kind = parseChoice(params, 'kind', voiceprintKindWords);
  const { cursor } = parseList(params);
  return { ...(kind && { kind }), ...(cursor && { cursor }) };
}

/** Voices on record: the watch-list and all others, each with its purpose and its end. */
export function VoiceListPage() {
  const { say } = useLanguage();
  const view = useListView(parseQuery);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const voices = useLoad(JSON.stringify(view.query), (signal) =>
    listVoiceprints({ ...view.query, limit: PAGE_SIZE }, signal),
  );
  useTitle(say(voiceListWords.voiceprints));
  const changed = () => {
    setAdding(false);
    setRemoving(null);
    voices.reload();
  };
  return (
    <div className="sheet">
      <Flex align="center" gap={14}>
        <h1>{say(voiceListWords.voiceprints)}</h1>
        <span className="spring" />
        <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {say(voiceListWords.watch)}
        </Button>
      </Flex>
      <p className="muted">{say(voiceListWords.hint)}</p>
      <Flex gap={10} wrap className="filters" role="search">
        <Choice
          label={voiceListWords.kind}
          all={voiceListWords.anyKind}
          catalogue={voiceprintKindWords}
          value={view.query.kind}
          choose={(kind) => view.filter({ kind })}
        />
      </Flex>
      {voices.error ? (
        <FailureNote code={voices.error.code} message={voices.error.text} retry={voices.reload} />
      ) : null}
      <VoiceTable
        voiceprints={voices.data?.voiceprints ?? []}
        loading={voices.data === null && voices.error === null}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(voiceListWords.none)}>
            {view.query.kind ? <Button onClick={view.clear}>{say(words.clearFilters)}</Button> : null}
          </Empty>
        }
        remove={setRemoving}
      />
      <Pager view={view} next={voices.data?.next ?? null} keys={null} />
      {adding ? <VoiceDialog from={null} close={() => setAdding(false)} done={changed} /> : null}
      {removing ? <RemoveDialog id={removing} close={() => setRemoving(null)} done={changed} /> : null}
    </div>
  );
}
