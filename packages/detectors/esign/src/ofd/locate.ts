import { CodedError } from '@jianzhen/evidence';
import type { OfdPackage } from '@jianzhen/raster';
import { type Remark, remark } from '../remark.ts';

export interface Located {
  /** Archive name; null where nothing is there. */
  readonly path: string | null;
  readonly remarks: readonly Remark[];
}

/** What a path in `from` leads to. Where two parts could be meant, a forger may have put one there to be verified, one to be shown. */
export function locate(pack: OfdPackage, location: string, from: string): Located {
  const [first, second] = pack.candidates(location, from);
  if (first === undefined) return { path: null, remarks: [] };
  if (second === undefined) return { path: first, remarks: [] };
  return {
    path: first,
    remarks: [remark('part-ambiguous', 'FORMAT_FAILURE', { location, first, second })],
  };
}

export interface PartBytes {
  /** Null where the part is missing or cannot be read. */
  readonly bytes: Uint8Array | null;
  readonly path: string | null;
  readonly remarks: readonly Remark[];
}

/** A part that a signature cannot do without. Errors: `ofd.bomb`. */
export function readNeeded(pack: OfdPackage, location: string, from: string): PartBytes {
  const { path, remarks } = locate(pack, location, from);
  if (path === null) {
    const missing = remark('signature-part-missing', 'FORMAT_FAILURE', { location: location || '–' });
    return { bytes: null, path: null, remarks: [...remarks, missing] };
  }
  try {
    return { bytes: pack.readExact(path), path, remarks };
  } catch (error) {
    return { bytes: null, path, remarks: [...remarks, malformed(path, error)] };
  }
}

/** What a parser threw, as a remark; a bomb is no matter of one signature and goes on. */
export function malformed(location: string, error: unknown): Remark {
  if (!(error instanceof CodedError) || error.code === 'ofd.bomb') throw error;
  return remark('signature-part-malformed', 'FORMAT_FAILURE', { location, problem: error.message });
}
