import type { OfdFile } from './open.ts';

export type { OfdFile } from './open.ts';
export type { OfdRenderOptions } from './page.ts';

/**
 * Opens an OFD (GB/T 33190-2016), all its documents' pages in order.
 * Errors: `ofd.broken`, `ofd.bomb`, `ofd.path-traversal`, `ofd.page-size`, `ofd.too-complex`.
 */
export async function openOfd(bytes: Uint8Array): Promise<OfdFile> {
  // Few files are OFD, and what draws them is large: loaded when one comes.
  const { open } = await import('./open.ts');
  return open(bytes);
}
