import type { PicturedSeal, SealDifference } from '@jianzhen/cases';
import {
  compareWithSpecimen,
  type ImprintNetwork,
  pageSeal,
  rectifySeal,
  type SealPatch,
} from '@jianzhen/detector-seal';
import { cropPng, decodeImage } from '@jianzhen/raster';

/** Side of the picture, in pixels. */
const SIDE = 512;

/** Lays a seal over another one, such as a registered specimen; null where too little of either is there. */
export async function drawSealDifference(
  own: PicturedSeal,
  other: PicturedSeal,
  network: ImprintNetwork,
): Promise<SealDifference | null> {
  const compared = await compareWithSpecimen(await patchOf(own), await patchOf(other), network);
  if (!compared) return null;
  const { missing, surplus, differences } = compared;
  const { width, height } = differences;
  return { missing, surplus, png: await cropPng(differences, { x: 0, y: 0, width, height }) };
}

async function patchOf({ seal, picture, part }: PicturedSeal): Promise<SealPatch> {
  const image = await decodeImage(picture);
  const scale = image.width / part.width;
  const { cx, cy, rx, ry, angle } = seal.ellipse;
  const ellipse = {
    cx: (cx - part.x) * scale,
    cy: (cy - part.y) * scale,
    rx: rx * scale,
    ry: ry * scale,
    angle,
  };
  return rectifySeal(pageSeal(image, { ...seal, ellipse }), SIDE);
}
