import { centreOf, contains, extentOf, type Quad } from './geometry.ts';

/** Whether two readings are of one place: each lies over the other's middle and neither is far larger. */
export function isSamePlace(a: Quad, b: Quad): boolean {
  const ratio = extentOf(a) / extentOf(b);
  if (ratio > 3 || ratio < 1 / 3) return false;
  return contains(a, centreOf(b)) || contains(b, centreOf(a));
}

/** Whether one of the places was read. */
export const isAmong = (quad: Quad, places: readonly { readonly corners: Quad }[]): boolean =>
  places.some(({ corners }) => isSamePlace(corners, quad));
