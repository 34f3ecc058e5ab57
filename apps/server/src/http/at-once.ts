import type { ExamineResult } from '@jianzhen/cases';
import type { FastifyRequest } from 'fastify';
import { errors } from '../errors.ts';
import type { Deps } from './deps.ts';
import { receiveOne } from './upload.ts';

/** How a file is examined while the sender waits. */
export type AtOnce = (
  request: FastifyRequest,
  how: { masks?: boolean; reading?: boolean; only?: 'signatures' | 'seals' | 'codes' },
) => Promise<{ name: string } & ExamineResult>;

/** Examines the one file of a request; nothing is kept. All routes that answer at once share the limit of `limits.checks`. */
export function examineAtOnce({ examiner, limits }: Pick<Deps, 'examiner' | 'limits'>): AtOnce {
  let running = 0;
  return async (request, how) => {
    if (running >= limits.checks) throw errors('server.busy');
    running++;
    try {
      const { name, bytes } = await receiveOne(request, limits);
      const receivedAt = new Date().toISOString();
      return { name, ...(await (await examiner()).examine({ name, bytes, receivedAt, ...how })) };
    } finally {
      running--;
    }
  };
}
