import {
  isConfirmed,
  locateSeals,
  pageSeal,
  READ_FROM,
  type Recognise,
  readSeals,
} from '@jianzhen/detector-seal';
import type { RgbImage } from '@jianzhen/raster';
import type { ReadSeal } from './text.ts';

/** Seals of a page as the detector finds them, with what it reads there, and how long it looked for outlines. */
export async function findSeals(
  image: RgbImage,
  recognise: Recognise,
): Promise<{ readonly found: readonly ReadSeal[]; readonly locateMs: number }> {
  const start = performance.now();
  const located = locateSeals(image, { threshold: READ_FROM });
  const locateMs = performance.now() - start;
  const texts = await readSeals(
    located.map((seal) => pageSeal(image, seal)),
    recognise,
  );
  const found = located
    .map((seal, i) => ({ seal, text: texts[i]! }))
    .filter(({ seal, text }) => isConfirmed(seal, text));
  return { found, locateMs };
}
