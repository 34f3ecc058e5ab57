import { useRef, useState } from 'react';
import { addExhibits, createCase, type NewCase } from '../api/client.ts';
import { type ApiError, toApiError } from '../api/errors.ts';
import type { Received } from '../api/types.ts';

export type Rejected = Received['rejected'];

/** An idempotency key. `crypto.randomUUID` is missing where the console is served over plain HTTP. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

export interface Sending {
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** The case, once it is there; files that were not taken are in `rejected`. */
  readonly sent: { readonly caseId: string; readonly rejected: Rejected } | null;
  readonly send: (input: SendInput) => Promise<void>;
}

export interface SendInput {
  /** An existing case; a new one is opened where there is none. */
  readonly caseId?: string | undefined;
  readonly fields: NewCase;
  readonly files: readonly File[];
}

/** Opens a case where needed and sends files to it. Sent again after an error, it goes on where it stopped. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [sent, setSent] = useState<Sending['sent']>(null);
  const opened = useRef<string | null>(null);

  const send = async ({ caseId, fields, files }: SendInput) => {
    setBusy(true);
    setError(null);
    try {
      opened.current ??= caseId ?? (await createCase(fields, newKey())).id;
      const rejected = files.length ? (await addExhibits(opened.current, files, newKey())).rejected : [];
      setSent({ caseId: opened.current, rejected });
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, sent, send };
}
