/**
 * P. S. Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989), §2.2.3: the projective map from the unit square to a
 * quadrilateral.
 */
export type Point = readonly [number, number];

/** Row-major 3 × 3 matrix acting on (u, v, 1). */
export type Homography = readonly number[];

export type Matrix = [number, number, number, number, number, number, number, number, number];

/** Corners clockwise from (0, 0): (0, 0), (1, 0), (1, 1), (0, 1). */
export function squareToQuad([p0, p1, p2, p3]: readonly [Point, Point, Point, Point]): Homography {
  const dx1 = p1[0] - p2[0];
  const dx2 = p3[0] - p2[0];
  const sx = p0[0] - p1[0] + p2[0] - p3[0];
  const dy1 = p1[1] - p2[1];
  const dy2 = p3[1] - p2[1];
  const sy = p0[1] - p1[1] + p2[1] - p3[1];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  return [
    p1[0] - p0[0] + g * p1[0],
    p3[0] - p0[0] + h * p3[0],
    p0[0],
    p1[1] - p0[1] + g * p1[1],
    p3[1] - p0[1] + h * p3[1],
    p0[1],
    g,
    h,
    1,
  ];
}

export function project(m: Homography, u: number, v: number): Point {
  const w = m[6]! * u + m[7]! * v + m[8]!;
  return [(m[0]! * u + m[1]! * v + m[2]!) / w, (m[3]! * u + m[4]! * v + m[5]!) / w];
}

/** The adjugate: the inverse up to a factor, which does not matter to a projective map. */
export function inverse(m: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = m as Matrix;
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}
