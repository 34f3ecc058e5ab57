/** The face that a picture is compared by, or why there is none. */
import type { RgbImage } from '@jianzhen/raster';
import { errors } from './errors.ts';
import { findFaces } from './faces/find.ts';
import { boxAround, landmarksOf } from './faces/landmarks.ts';
import { crop, squareInput, within } from './faces/pixels.ts';
import { sharpness } from './faces/quality.ts';
import { which } from './messages.ts';
import { DESCRIPTOR_EDGE } from './networks/descriptor.ts';
import { FACE_MEAN } from './networks/landmarks.ts';
import type { FaceNetworks } from './open.ts';
import type { Face, FoundFace } from './types.ts';

/** Pixels across a face below which its descriptor says little. */
export const LEAST_WIDTH = 40;
/** Sharpness below which a face is refused: copies blurred so far already lie near the threshold from their originals. */
export const LEAST_SHARPNESS = 0.006;
/** A second face of at least this share of the largest one's area might be the one that is meant. */
const RIVAL = 0.6;

const area = ({ region }: FoundFace) => region.width * region.height;

/**
 * The largest face counts: the portrait of a card, not its faint copy; in a selfie who is nearest.
 *
 * @throws CodedError `portrait.no-face`, `portrait.several-faces`, `portrait.too-small`, `portrait.too-blurred`
 */
export async function describeFace(
  picture: RgbImage,
  of: keyof typeof which,
  networks: FaceNetworks,
): Promise<Face> {
  const { turn, image, faces } = await findFaces(picture, networks);
  const [face] = faces.toSorted((a, b) => area(b) - area(a));
  if (!face) throw errors('portrait.no-face', which[of]);
  const rivals = faces.filter((other) => area(other) >= RIVAL * area(face));
  if (rivals.length > 1) throw errors('portrait.several-faces', { ...which[of], count: rivals.length });
  const pixels = Math.round(face.region.width);
  if (pixels < LEAST_WIDTH) throw errors('portrait.too-small', { ...which[of], pixels, least: LEAST_WIDTH });
  const sharp = sharpness(crop(image, face.region));
  if (sharp < LEAST_SHARPNESS)
    throw errors('portrait.too-blurred', {
      ...which[of],
      sharpness: sharp.toFixed(4),
      least: LEAST_SHARPNESS,
    });
  const points = await landmarksOf(image, face.region, networks);
  const box = within(image, boxAround(points)) ?? face.region;
  const input = squareInput(crop(image, box), DESCRIPTOR_EDGE, FACE_MEAN, 'middle');
  return { ...face, turn, sharpness: sharp, descriptor: await networks.descriptor(input) };
}
