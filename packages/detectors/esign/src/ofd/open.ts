import type { OfdPackage } from '@jianzhen/raster';
import { errors } from '../errors.ts';
import type { Remark } from '../remark.ts';
import { type Description, readDescription } from './description.ts';
import type { ListedSignature } from './list.ts';
import { locate, malformed, readNeeded } from './locate.ts';

/** A signature's own parts; null what is missing or cannot be read, with the remarks saying so. */
export interface OpenedSignature {
  readonly listed: ListedSignature;
  /** Signature.xml: where it lies, its octets, and what they say. */
  readonly path: string | null;
  readonly xml: Uint8Array | null;
  readonly description: Description | null;
  /** The signed value. */
  readonly valuePath: string | null;
  readonly value: Uint8Array | null;
  /** The seal as a file of its own; most signatures hold it in their value alone. */
  readonly sealPath: string | null;
  readonly remarks: readonly Remark[];
}

/** With references to every part that a package may have. */
const MAX_DESCRIPTION = 1 << 20;

/** Errors: `ofd.bomb`. */
export function openSignature(pack: OfdPackage, listed: ListedSignature): OpenedSignature {
  const { path, bytes: xml, remarks } = readNeeded(pack, listed.location, listed.list);
  const nothing = { description: null, valuePath: null, value: null, sealPath: null };
  if (path === null || xml === null) return { listed, path, xml, ...nothing, remarks };
  try {
    if (xml.length > MAX_DESCRIPTION)
      throw errors('esign.description-too-large', { bytes: xml.length, limit: MAX_DESCRIPTION });
    const description = readDescription(pack.xml(path));
    const value = readNeeded(pack, description.value ?? '', path);
    const seal = description.seal === null ? null : locate(pack, description.seal, path);
    return {
      listed,
      path,
      xml,
      description,
      valuePath: value.path,
      value: value.bytes,
      sealPath: seal?.path ?? null,
      remarks: [...remarks, ...value.remarks, ...(seal?.remarks ?? [])],
    };
  } catch (error) {
    return { listed, path, xml, ...nothing, remarks: [...remarks, malformed(path, error)] };
  }
}
