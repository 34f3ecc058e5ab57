import { useState } from 'react';
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
  /** The case that the files go to, once there is one: it stays even where all its files were refused. */
  readonly caseId: string | null;
  /** Files that were not taken; null until the others were. */
  readonly rejected: Rejected | null;
  /** Resolves to the case when everything was taken, else to null; why is told by `error` or `rejected`. */
  readonly send: (fields: NewCase, files: readonly File[]) => Promise<string | null>;
}

/** Sends files to a case, which is opened first where there is none. Sent again, it goes on where it stopped. */
export function useSending(existing: string | null): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [caseId, setCaseId] = useState(existing);
  const [rejected, setRejected] = useState<Rejected | null>(null);

  const send: Sending['send'] = async (fields, files) => {
    setBusy(true);
    setError(null);
    try {
      const id = caseId ?? (await createCase(fields, newKey())).id;
      setCaseId(id);
      if (files.length === 0) return id;
      const received = await addExhibits(id, files, newKey());
      setRejected(received.rejected);
      return received.rejected.length === 0 ? id : null;
    } catch (thrown) {
      setError(toApiError(thrown));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, caseId, rejected, send };
}
