import type { RgbImage } from '@jianzhen/raster';
import { isConfirmed } from './confirm.ts';
import { boxOf } from './locate/box.ts';
import { withoutTwins } from './locate/twins.ts';
import { readLaid, type SealReader } from './read/index.ts';
import { type LaidSeal, layOutSeals } from './read/layout.ts';
import { type PageSeal, pageSeal } from './rectify/page-seal.ts';
import type { LocatedSeal, SealText } from './types.ts';
import type { RingNetwork } from './unroll/network.ts';

/** A seal with what is read in it. */
export interface ConfirmedSeal {
  readonly seal: LocatedSeal;
  readonly onPage: PageSeal;
  readonly text: SealText;
}

/**
 * Reads what was located on a page, and keeps what is a seal by its score and its words.
 *
 * @param open called where something was located
 */
export async function confirmSeals(
  image: RgbImage,
  located: readonly LocatedSeal[],
  open: () => Promise<SealReader>,
): Promise<ConfirmedSeal[]> {
  if (located.length === 0) return [];
  const reader = await open();
  const placed = await placeSeals(image, located, reader.ring);
  const texts = await readLaid(
    placed.map(({ laid }) => laid),
    reader,
  );
  return placed
    .map(({ seal, laid }, i) => ({ seal, onPage: laid.onPage, text: texts[i] }))
    .filter(({ seal, text }) => isConfirmed(seal, text));
}

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
