import {
  type ConfirmedSeal,
  confirmSeals,
  type LocatorNetwork,
  locateSeals,
  READ_FROM,
  type SealReader,
} from '@jianzhen/detector-seal';
import type { RgbImage } from '@jianzhen/raster';

/** Seals of a page as the detector finds them, with what it reads there, and how long it looked for outlines. */
export async function findSeals(
  image: RgbImage,
  locator: LocatorNetwork,
  reader: SealReader,
): Promise<{ readonly found: readonly ConfirmedSeal[]; readonly locateMs: number }> {
  const start = performance.now();
  const located = await locateSeals(image, locator, { threshold: READ_FROM });
  const locateMs = performance.now() - start;
  return { found: await confirmSeals(image, located, async () => reader), locateMs };
}
