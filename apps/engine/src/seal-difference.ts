import {
  compareWithSpecimen,
  type ImprintNetwork,
  rectifySeal,
  type SealPatch,
  type SpecimenComparison,
} from '@jianzhen/detector-seal';
import type { Seal } from '@jianzhen/evidence';
import { cropPng, decodeImage } from '@jianzhen/raster';

/** A seal and the part of its page that shows it, as `examine` cuts it. */
export interface CutSeal {
  readonly seal: Seal;
  readonly crop: Uint8Array;
}

/** How a seal differs from a registered specimen, and a picture of that: see `SpecimenComparison`. */
export interface SealDifference extends Omit<SpecimenComparison, 'differences'> {
  readonly png: Uint8Array;
}

/** Side of the picture, in pixels. */
const SIDE = 512;

/** Lays a seal over a specimen; null where too little of either is there. */
export async function drawSealDifference(
  own: CutSeal,
  specimen: CutSeal,
  network: ImprintNetwork,
): Promise<SealDifference | null> {
  const compared = await compareWithSpecimen(await patchOf(own), await patchOf(specimen), network);
  if (!compared) return null;
  const { differences, ...rest } = compared;
  const { width, height } = differences;
  return { ...rest, png: await cropPng(differences, { x: 0, y: 0, width, height }) };
}

/** A crop begins at a whole pixel of its page. */
async function patchOf({ seal, crop }: CutSeal): Promise<SealPatch> {
  const { ellipse, region } = seal;
  const [left, top] = [Math.floor(region.x), Math.floor(region.y)];
  const within = { ...ellipse, cx: ellipse.cx - left, cy: ellipse.cy - top };
  return rectifySeal(await decodeImage(crop), { ...seal, ellipse: within }, SIDE);
}
