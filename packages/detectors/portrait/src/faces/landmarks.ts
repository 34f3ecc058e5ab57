/** The box that a face is described by, from its landmarks. */
import type { Region } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { FACE_MEAN, LANDMARK_EDGE } from '../networks/landmarks.ts';
import type { FaceNetworks } from '../open.ts';
import type { Point } from '../types.ts';
import { crop, squareInput } from './pixels.ts';

/** By how much of its size the box around the landmarks grows; the published figures are of such boxes. */
const PADDING = 0.2;

/** 68 points in the order of iBUG 300-W (C. Sagonas et al. 2013), in pixels of the picture. @param region within it */
export async function landmarksOf(
  image: RgbImage,
  region: Region,
  { landmarks }: FaceNetworks,
): Promise<Point[]> {
  const face = crop(image, region);
  const shares = await landmarks(squareInput(face, LANDMARK_EDGE, FACE_MEAN, 'middle'));
  const edge = Math.max(region.width, region.height);
  const [left, top] = [region.x - (edge - region.width) / 2, region.y - (edge - region.height) / 2];
  return Array.from({ length: shares.length / 2 }, (_, i) => ({
    x: left + shares[2 * i]! * edge,
    y: top + shares[2 * i + 1]! * edge,
  }));
}

/** Around the points, a tenth of its size wider on every side. */
export function boxAround(points: readonly Point[]): Region {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  return {
    x: x - (width * PADDING) / 2,
    y: y - (height * PADDING) / 2,
    width: width * (1 + PADDING),
    height: height * (1 + PADDING),
  };
}
