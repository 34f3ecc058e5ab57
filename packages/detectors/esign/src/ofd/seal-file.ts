import type { OfdPackage } from '@jianzhen/raster';
import { type Remark, remark } from '../remark.ts';
import { parseSesSeal } from '../ses/parse.ts';
import type { SesSeal } from '../ses/types.ts';
import { malformed } from './locate.ts';
import type { OpenedSignature } from './open.ts';
import type { ValueVerdict } from './value.ts';

/**
 * Readers may show the seal that lies beside the signature as a file of its own: it must be the one that was signed, the
 * same ID and the same picture. Errors: `ofd.bomb`.
 */
export function sealFileRemarks(
  pack: OfdPackage,
  { sealPath }: OpenedSignature,
  { ses }: ValueVerdict,
): readonly Remark[] {
  const bytes = sealPath === null || ses === null ? null : pack.read(sealPath);
  if (!bytes) return [];
  try {
    if (sameSeal(parseSesSeal(bytes), ses!.signature.seal)) return [];
    return [remark('seal-file-differs', 'SIG_CONSTRAINTS_FAILURE', { part: sealPath! })];
  } catch (error) {
    return [{ ...malformed(sealPath!, error), subIndication: null }];
  }
}

const sameSeal = (a: SesSeal, b: SesSeal): boolean =>
  a.id === b.id && Buffer.compare(a.picture.data, b.picture.data) === 0;
