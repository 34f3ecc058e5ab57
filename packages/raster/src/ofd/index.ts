import type { OfdInspection } from './inspect.ts';
import type { OfdFile } from './open.ts';

export type { OfdInspection } from './inspect.ts';
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

/** Opens an OFD's archive. Errors: `ofd.broken`, `ofd.bomb`, `ofd.path-traversal`. */
export async function inspectOfd(bytes: Uint8Array): Promise<OfdInspection> {
  const { inspect } = await import('./inspect.ts');
  return inspect(bytes);
}
