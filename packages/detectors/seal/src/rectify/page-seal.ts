import type { RgbImage } from '@jianzhen/raster';
import type { LocatedSeal } from '../types.ts';
import { moved, sealFrame } from './affine.ts';
import { cutSeal, type SealCut } from './cut.ts';
import { type InkMap, inkMap } from './ink.ts';
import { densities } from './paper.ts';

/** A seal cut out of its page and parted into inks. */
export interface InkedSeal {
  readonly cut: SealCut;
  /** Optical density against the paper about each pixel of the cut, interleaved RGB. */
  readonly density: Float32Array;
  readonly map: InkMap;
}

/** A located seal on its page: what reading, judging and fingerprints all start from. */
export interface PageSeal {
  readonly seal: Pick<LocatedSeal, 'ellipse' | 'shape' | 'colour'>;
  /** Cut out and parted at the first call; null where the seal lies wholly beyond the page. */
  readonly inked: () => InkedSeal | null;
}

/** @param image the page @param seal as located on it */
export function pageSeal(image: RgbImage, seal: PageSeal['seal']): PageSeal {
  let known: InkedSeal | null | undefined;
  const inked = () => {
    if (known === undefined) known = partInks(image, seal);
    return known;
  };
  return { seal, inked };
}

/** The same seal a little elsewhere; its inks stay parted as they are. */
export function movedTo({ inked }: PageSeal, seal: PageSeal['seal']): PageSeal {
  const parted = inked();
  if (!parted) return { seal, inked };
  const { left, top, scale } = parted.cut;
  const frame = moved(sealFrame(seal), left, top, scale);
  const own = { ...parted, cut: { ...parted.cut, frame } };
  return { seal, inked: () => own };
}

function partInks(image: RgbImage, seal: PageSeal['seal']): InkedSeal | null {
  const cut = cutSeal(image, seal);
  if (!cut) return null;
  const density = densities(cut.picture);
  return { cut, density, map: inkMap(cut, density, seal.colour) };
}
