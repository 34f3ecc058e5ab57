import { createHash } from 'node:crypto';
import type { FileDetector } from '@jianzhen/evidence';
import { sniff } from '@jianzhen/intake';
import { errors } from './errors.ts';
import { inspectFile } from './file-detectors.ts';
import type { ExamineInput, ExamineResult } from './types.ts';

/**
 * The signatures of a file alone: no page is opened or drawn, so that a file whose pages cannot be drawn still is verified.
 * @throws CodedError `engine.no-signatures-in` for what is neither PDF nor OFD
 */
export async function examineSignatures(
  { name, bytes, receivedAt = new Date().toISOString() }: ExamineInput,
  detectors: readonly FileDetector[],
): Promise<ExamineResult> {
  const sniffed = sniff(bytes);
  if (sniffed.kind !== 'pdf' && sniffed.kind !== 'ofd') throw errors('engine.no-signatures-in', { name });
  const { mediaType } = sniffed;
  const { signatures } = await inspectFile(bytes, { mediaType, receivedAt }, detectors);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    facts: { name, mediaType, bytes: bytes.length, sha256, image: null, pdf: null },
    signatures,
    pages: [],
  };
}
