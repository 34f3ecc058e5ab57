import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { errors } from './errors.ts';

const resolve = createRequire(import.meta.url).resolve;
const registered = new Set<string>();

/** Registers a font file of an npm package under our own family name, once; the machine's own fonts are never relied on. */
export function useFont(family: string, file: string): string {
  if (registered.has(family)) return family;
  let bytes: Buffer;
  try {
    bytes = readFileSync(resolve(file));
  } catch (cause) {
    throw errors('simulate.font-missing', { path: file }, { cause });
  }
  if (!GlobalFonts.register(bytes, family)) throw errors('simulate.font-missing', { path: file });
  registered.add(family);
  return family;
}

/** Faces metrically like those that most offices print with: Arial, Times New Roman, Courier New. */
export const LATIN_FACES = ['arimo', 'tinos', 'cousine'].flatMap((name) =>
  [400, 700].map((weight) => ({ name, weight })),
);

export function latinFont({ name, weight }: { name: string; weight: number }): string {
  return useFont(
    `Jianzhen ${name} ${weight}`,
    `@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`,
  );
}
