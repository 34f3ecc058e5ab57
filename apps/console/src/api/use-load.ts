import { useCallback, useEffect, useState } from 'react';
import { type ApiError, toApiError } from './errors.ts';

export interface Loaded<Data> {
  /** Null before the first answer; kept while it is asked for again. */
  readonly data: Data | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface State<Data> {
  readonly key: string;
  readonly data: Data | null;
  readonly error: ApiError | null;
}

/** Asks for data named by `key`, again on `reload`. A late answer to an earlier question is dropped. */
export function useLoad<Data>(key: string, load: (signal: AbortSignal) => Promise<Data>): Loaded<Data> {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<Data>>({ key, data: null, error: null });
  const [answered, setAnswered] = useState('');
  const question = `${key} ${round}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names what `load` asks for; the function is new on every render.
  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal)
      .then(
        (data) => setState({ key, data, error: null }),
        (thrown: unknown) => {
          if (controller.signal.aborted) return;
          setState((before) => ({
            key,
            data: before.key === key ? before.data : null,
            error: toApiError(thrown),
          }));
        },
      )
      .then(() => {
        if (!controller.signal.aborted) setAnswered(question);
      });
    return () => controller.abort();
  }, [question]);

  const reload = useCallback(() => setRound((n) => n + 1), []);
  const current = state.key === key;
  return {
    data: current ? state.data : null,
    error: current ? state.error : null,
    loading: answered !== question,
    reload,
  };
}
