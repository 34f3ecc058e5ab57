import type { RgbImage } from '@jianzhen/raster';
import { boxOf } from './locate/box.ts';
import { withoutTwins } from './locate/twins.ts';
import { type LaidSeal, layOutSeals } from './read/layout.ts';
import { pageSeal } from './rectify/page-seal.ts';
import type { LocatedSeal } from './types.ts';
import type { RingNetwork } from './unroll/network.ts';

/** A located seal with its layout, both where its edge truly lies, as far as the network of rings can tell. */
export interface PlacedSeal {
  readonly seal: LocatedSeal;
  readonly laid: LaidSeal;
}

/** Lays out what was located on a page; of outlines that come to lie on one another, the first alone. */
export async function placeSeals(
  image: RgbImage,
  located: readonly LocatedSeal[],
  ring: RingNetwork,
): Promise<PlacedSeal[]> {
  const laid = await layOutSeals(
    located.map((seal) => pageSeal(image, seal)),
    ring,
  );
  const placed = located.map((seal, i): PlacedSeal => {
    const { ellipse, shape } = laid[i].onPage.seal;
    if (ellipse === seal.ellipse) return { seal, laid: laid[i] };
    return { seal: { ...seal, ellipse, shape, region: boxOf(ellipse, false, image) }, laid: laid[i] };
  });
  return withoutTwins(placed, ({ seal }) => seal);
}
