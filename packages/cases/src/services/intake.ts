import type { Message } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Exhibit } from '../model.ts';
import type { BlobRef, CaseStore, Once } from '../ports/index.ts';
import { refreshCase } from './cases.ts';
import { once } from './once.ts';

export interface ReceivedFile extends BlobRef {
  readonly name: string;
  readonly mediaType: string;
}

export interface RejectedFile {
  readonly name: string;
  readonly error: { readonly code: string; readonly message: Message };
}

export interface Received {
  readonly exhibits: Exhibit[];
  readonly rejected: readonly RejectedFile[];
}

/**
 * Files whose bytes lie in the blob store become exhibits of a case, each with a job in the queue: all in one
 * transaction, so that no exhibit is ever without its job. `rejected` passes through, to be remembered with the answer.
 */
export function createIntake(store: CaseStore, now: () => Date = () => new Date()) {
  return {
    add(
      caseId: string,
      files: readonly ReceivedFile[],
      rejected: readonly RejectedFile[] = [],
      key?: Once,
    ): Promise<Received> {
      return store.transaction((tx) =>
        once(tx, key, async () => {
          const record = await tx.lockCase(caseId);
          if (!record) throw errors('case.not-found', { id: caseId });
          const at = now().toISOString();
          const exhibits = files.map(
            (file): Exhibit => ({
              id: newId(),
              caseId,
              name: file.name,
              mediaType: file.mediaType,
              bytes: file.bytes,
              sha256: file.sha256,
              status: 'queued',
              attempts: 0,
              verdict: null,
              probability: null,
              review: null,
              pageCount: null,
              told: null,
              error: null,
              createdAt: at,
              startedAt: null,
              finishedAt: null,
            }),
          );
          if (exhibits.length === 0) return { exhibits, rejected };
          await tx.insertExhibits(exhibits);
          await tx.append(
            exhibits.map(({ id, name, sha256 }) => ({
              type: 'exhibit.queued' as const,
              caseId,
              exhibitId: id,
              data: { status: 'queued', name, sha256 },
            })),
          );
          await refreshCase(tx, record, at);
          await tx.enqueue(exhibits.map(({ id }) => id));
          return { exhibits, rejected };
        }),
      );
    },
  };
}
export type Intake = ReturnType<typeof createIntake>;
