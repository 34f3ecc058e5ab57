import {
  isConfirmed,
  locateSeals,
  placeSeals,
  READ_FROM,
  readLaid,
  type SealReader,
} from '@jianzhen/detector-seal';
import type { RgbImage } from '@jianzhen/raster';
import type { ReadSeal } from './text.ts';

/** Seals of a page as the detector finds them, with what it reads there, and how long it looked for outlines. */
export async function findSeals(
  image: RgbImage,
  reader: SealReader,
): Promise<{ readonly found: readonly ReadSeal[]; readonly locateMs: number }> {
  const start = performance.now();
  const located = locateSeals(image, { threshold: READ_FROM });
  const locateMs = performance.now() - start;
  const placed = await placeSeals(image, located, reader.ring);
  const texts = await readLaid(
    placed.map(({ laid }) => laid),
    reader.recognise,
  );
  const found = placed
    .map(({ seal }, i) => ({ seal, text: texts[i]! }))
    .filter(({ seal, text }) => isConfirmed(seal, text));
  return { found, locateMs };
}
