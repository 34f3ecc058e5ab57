import { asBroken } from './broken.ts';
import type { OfdFile } from './open.ts';
import type { OfdPackage } from './package.ts';
import type { OfdPart } from './parts.ts';
import type { OfdPageInfo, PlacedPicture } from './placed.ts';

export { type Box as OfdBox, box as ofdBox } from './numbers.ts';
export type { OfdFile } from './open.ts';
export type { OfdPackage } from './package.ts';
export type { OfdRenderOptions } from './page.ts';
export type { OfdPart, OfdRole } from './parts.ts';
export type { OfdPageInfo, PlacedPicture } from './placed.ts';
export {
  child as xmlChild,
  childrenOf as xmlChildren,
  childText as xmlChildText,
  descendants as xmlDescendants,
  type Xml,
} from './xml.ts';
export type { ZipAmbiguity } from './zip-ambiguity.ts';

/**
 * Opens an OFD (GB/T 33190-2016), all its documents' pages in order.
 * Errors: `ofd.broken`, `ofd.bomb`, `ofd.path-traversal`, `ofd.page-size`, `ofd.too-complex`.
 */
export async function openOfd(bytes: Uint8Array): Promise<OfdFile> {
  // Few files are OFD, and what draws them is large: loaded when one comes.
  const { open } = await import('./open.ts');
  return open(bytes);
}

/** An OFD's parts as they lie in the file, for who verifies rather than draws. Functions throw as `openOfd`. */
export interface OfdInspection {
  readonly pack: OfdPackage;
  /** What each part that shows is for, by archive name. */
  parts(): ReadonlyMap<string, OfdPart>;
  pages(): readonly OfdPageInfo[];
  pictures(page: OfdPageInfo): readonly PlacedPicture[];
}

/** Opens an OFD's archive. Errors: `ofd.broken`, `ofd.bomb`, `ofd.path-traversal`. */
export async function inspectOfd(bytes: Uint8Array): Promise<OfdInspection> {
  const { OfdPackage } = await import('./package.ts');
  const { readParts } = await import('./parts.ts');
  const { readPages, readPlacedPictures } = await import('./placed.ts');
  return guard(() => {
    const pack = new OfdPackage(bytes);
    return {
      pack,
      parts: () => guard(() => readParts(pack)),
      pages: () => guard(() => readPages(pack)),
      pictures: (page) => guard(() => readPlacedPictures(pack, page)),
    };
  });
}

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asBroken(error);
  }
}
