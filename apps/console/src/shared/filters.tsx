import { SearchOutlined } from '@ant-design/icons';
import type { Message } from '@jianzhen/evidence';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage } from '../language.tsx';

/** How long typing may pause before it is searched for. */
const PAUSE_MS = 300;

interface ChoiceProps {
  readonly label: Message;
  /** What stands for no choice. */
  readonly all: Message;
  readonly catalogue: Readonly<Record<string, Message>>;
  readonly value: string | undefined;
  readonly choose: (value: string) => void;
}

/** One of a catalogue's entries, or all. */
export function Choice({ label, all, catalogue, value = '', choose }: ChoiceProps) {
  const { say } = useLanguage();
  return (
    <Select
      aria-label={say(label)}
      value={value}
      onChange={choose}
      options={[
        { value: '', label: say(all) },
        ...Object.entries(catalogue).map(([key, word]) => ({ value: key, label: say(word) })),
      ]}
      popupMatchSelectWidth={false}
      style={{ minWidth: 130 }}
    />
  );
}

interface SearchProps {
  readonly label: Message;
  readonly text: string;
  readonly search: (text: string) => void;
}

export function SearchBox({ label, text, search }: SearchProps) {
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
      placeholder={say(label)}
      aria-label={say(label)}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => search(typed.trim())}
      style={{ flex: '1 1 320px', maxWidth: 460 }}
    />
  );
}
