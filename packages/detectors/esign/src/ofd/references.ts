import { CodedError } from '@jianzhen/evidence';
import type { OfdPackage } from '@jianzhen/raster';
import { type DigestName, digest } from '../crypto/digest.ts';
import { type Remark, remark } from '../remark.ts';
import type { Description, Reference } from './description.ts';
import { locate } from './locate.ts';

export interface CheckedReference {
  readonly location: string;
  /** Archive name; null where the part is gone. */
  readonly path: string | null;
  /** `unchecked`: the hash is none that is known. */
  readonly state: 'same' | 'changed' | 'removed' | 'unreadable' | 'unchecked';
  /** Hash that it had when it was signed. */
  readonly value: Uint8Array;
  readonly remarks: readonly Remark[];
}

/** Hashes of a package's parts, each counted once however many signatures cover it. */
export class PartDigests {
  readonly #pack: OfdPackage;
  readonly #known = new Map<string, Uint8Array | string>();

  constructor(pack: OfdPackage) {
    this.#pack = pack;
  }

  /** The hash, or in words why there is none. Errors: `ofd.bomb`. */
  of(path: string, method: DigestName): Uint8Array | string {
    const key = `${method} ${path}`;
    let result = this.#known.get(key);
    if (result === undefined) {
      result = this.#compute(path, method);
      this.#known.set(key, result);
    }
    return result;
  }

  #compute(path: string, method: DigestName): Uint8Array | string {
    try {
      return digest(method, this.#pack.readExact(path)!);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code === 'ofd.bomb') throw error;
      return error.message;
    }
  }
}

/** Every reference hashed anew. */
export function checkReferences(
  pack: OfdPackage,
  digests: PartDigests,
  { references, checkMethod }: Description,
  from: string,
): readonly CheckedReference[] {
  return references.map((reference) => checkReference(pack, digests, reference, checkMethod, from));
}

function checkReference(
  pack: OfdPackage,
  digests: PartDigests,
  { location, value }: Reference,
  method: DigestName | null,
  from: string,
): CheckedReference {
  const { path, remarks } = locate(pack, location, from);
  const checked = (state: CheckedReference['state'], more: readonly Remark[] = []) => ({
    location,
    path,
    state,
    value,
    remarks: [...remarks, ...more],
  });
  if (path === null) return checked('removed');
  if (method === null) return checked('unchecked');
  const found = digests.of(path, method);
  if (typeof found === 'string')
    return checked('unreadable', [remark('part-unreadable', null, { part: path, problem: found })]);
  return checked(Buffer.compare(found, value) === 0 ? 'same' : 'changed');
}
