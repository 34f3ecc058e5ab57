import { useSearchParams } from 'react-router';

/** A list as its address tells it: it can be bookmarked, sent on and gone back to. */
export interface ListView<Query extends object> {
  readonly query: Query;
  /** 1-based. */
  readonly page: number;
  /** Another filter starts at the first page; null takes a filter off. */
  readonly filter: (changes: Readonly<Record<string, string | null>>) => void;
  readonly older: (cursor: string) => void;
  readonly newer: () => void;
  readonly clear: () => void;
}

/** The part of an address that every list has: text to search for, and the cursors of the pages gone through. */
export function parseList(params: URLSearchParams): { text?: string; cursor?: string } {
  const text = params.get('text')?.trim().slice(0, 100);
  const cursor = params.getAll('cursor').at(-1);
  return { ...(text ? { text } : {}), ...(cursor ? { cursor } : {}) };
}

/** A parameter that is one of a catalogue's keys; anything else is left out. */
export function parseChoice<Key extends string>(
  params: URLSearchParams,
  name: string,
  catalogue: Readonly<Record<Key, unknown>>,
): Key | undefined {
  const value = params.get(name);
  return value !== null && Object.hasOwn(catalogue, value) ? (value as Key) : undefined;
}

export function useListView<Query extends object>(
  parse: (params: URLSearchParams) => Query,
): ListView<Query> {
  const [params, setParams] = useSearchParams();
  const cursors = params.getAll('cursor');

  const turnTo = (list: readonly string[]) => {
    const next = new URLSearchParams(params);
    next.delete('cursor');
    for (const cursor of list) next.append('cursor', cursor);
    setParams(next);
  };

  return {
    query: parse(params),
    page: cursors.length + 1,
    filter(changes) {
      const next = new URLSearchParams(params);
      next.delete('cursor');
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      setParams(next, { replace: 'text' in changes });
    },
    older: (cursor) => turnTo([...cursors, cursor]),
    newer: () => turnTo(cursors.slice(0, -1)),
    clear: () => setParams({}),
  };
}
