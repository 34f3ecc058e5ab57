import { type LocatedSeal, locateSeals, openLocatorNetwork } from '@jianzhen/detector-seal';
import { sealLocator } from '@jianzhen/engine';
import { overlap } from '@jianzhen/evaluate';
import type { RgbImage } from '@jianzhen/raster';
import { isTwin, testBoxes, tiles } from '../fit-seal-locate/pages.ts';

/** Real imprints are at least so wide on their tiles; smaller ones are pasted fakes too small to learn texture from. */
const WIDE = 100;

/** Real imprints on photographs, found by the locator within their burnt boxes; none whose photograph lies in the test split too. */
export async function* realImprints(
  folder: string,
  split: 'train' | 'validation',
): AsyncGenerator<{ image: RgbImage; seal: LocatedSeal; name: string }> {
  const test = await testBoxes(folder);
  const locator = await openLocatorNetwork(sealLocator);
  for await (const tile of tiles(folder, split)) {
    if (isTwin(tile, test)) continue;
    const { name, image, seals } = tile;
    for (const seal of await locateSeals(image, locator)) {
      const box = seals.find((one) => overlap(one, seal.region) > 0.5);
      if (box && box.width >= WIDE) yield { image, seal, name };
    }
  }
}
