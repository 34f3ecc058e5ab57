import { SearchOutlined } from '@ant-design/icons';
import { type Message, verdictWords } from '@jianzhen/evidence';
import { Flex, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language.tsx';
import { caseStatusWords, words } from '../words.ts';
import type { CaseView } from './use-case-query.ts';

/** How long typing may pause before it is searched for. */
const PAUSE_MS = 300;

export function Filters({ view }: { view: CaseView }) {
  const { say } = useLanguage();
  const { query, filter } = view;
  const options = (all: Message, catalogue: Readonly<Record<string, Message>>) => [
    { value: '', label: say(all) },
    ...Object.entries(catalogue).map(([value, label]) => ({ value, label: say(label) })),
  ];
  return (
    <Flex gap={10} wrap className="filters" role="search">
      <SearchBox text={query.text ?? ''} search={(text) => filter({ text })} />
      <Select
        aria-label={say(words.verdict)}
        value={query.verdict ?? ''}
        onChange={(verdict: string) => filter({ verdict })}
        options={options(words.anyVerdict, verdictWords)}
        popupMatchSelectWidth={false}
        style={{ minWidth: 140 }}
      />
      <Select
        aria-label={say(words.status)}
        value={query.status ?? ''}
        onChange={(status: string) => filter({ status })}
        options={options(words.anyStatus, caseStatusWords)}
        popupMatchSelectWidth={false}
        style={{ minWidth: 130 }}
      />
    </Flex>
  );
}

function SearchBox({ text, search }: { text: string; search: (text: string) => void }) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  // The address changed under the box: back button, filters cleared.
  if (shown !== text) {
    setShown(text);
    setTyped(text);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the pause anew.
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => search(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Input
      id="search"
      allowClear
      maxLength={100}
      prefix={<SearchOutlined />}
      placeholder={say(words.search)}
      aria-label={say(words.search)}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => search(typed.trim())}
      style={{ flex: '1 1 320px', maxWidth: 460 }}
    />
  );
}
