import { verdictWords } from '@jianzhen/evidence';
import { Flex } from 'antd';
import { Choice, SearchBox } from '../shared/filters.tsx';
import { caseStatusWords, words } from '../words.ts';
import type { CaseView } from './use-case-query.ts';

export function Filters({ view: { query, filter } }: { view: CaseView }) {
  return (
    <Flex gap={10} wrap className="filters" role="search">
      <SearchBox label={words.search} text={query.text ?? ''} search={(text) => filter({ text })} />
      <Choice
        label={words.verdict}
        all={words.anyVerdict}
        catalogue={verdictWords}
        value={query.verdict}
        choose={(verdict) => filter({ verdict })}
      />
      <Choice
        label={words.status}
        all={words.anyStatus}
        catalogue={caseStatusWords}
        value={query.status}
        choose={(status) => filter({ status })}
      />
    </Flex>
  );
}
