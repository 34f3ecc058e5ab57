/**
 * Ellipses under projective maps: R. Hartley and A. Zisserman, "Multiple View Geometry in Computer Vision" (2004), result 2.13: a conic C
 * becomes H⁻ᵀ C H⁻¹.
 */
import type { Ellipse } from '@jianzhen/evidence';
import type { Box } from '../../picture.ts';
import { type Homography, inverse, type Point, project } from '../../vouchers/homography.ts';

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** First `b`, then `a`. */
export function after(a: Homography, b: Homography): Homography {
  return Array.from({ length: 9 }, (_, i) => {
    const row = Math.floor(i / 3) * 3;
    const column = i % 3;
    return a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!;
  });
}

export const scaling = (sx: number, sy: number, dx = 0, dy = 0): Homography => [
  sx,
  0,
  dx,
  0,
  sy,
  dy,
  0,
  0,
  1,
];

/** From the unit circle to an ellipse's outline. */
export function ofEllipse({ cx, cy, rx, ry, angle }: Ellipse): Homography {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  return [rx * cos, -ry * sin, cx, rx * sin, ry * cos, cy, 0, 0, 1];
}

/** The ellipse that a map makes of the unit circle; the map must keep it bounded. */
export function unitCircleThrough(map: Homography): Ellipse {
  const n = inverse(map);
  // nᵀ diag(1, 1, −1) n
  const entry = (i: number, j: number) => n[i]! * n[j]! + n[3 + i]! * n[3 + j]! - n[6 + i]! * n[6 + j]!;
  const [a, b, c, d, e, f] = [entry(0, 0), entry(0, 1), entry(1, 1), entry(0, 2), entry(1, 2), entry(2, 2)];
  const determinant = a * c - b * b;
  const cx = (b * e - c * d) / determinant;
  const cy = (b * d - a * e) / determinant;
  const level = -(f + d * cx + e * cy);
  const middle = (a + c) / 2;
  const half = Math.hypot((a - c) / 2, b);
  const sign = Math.sign(middle);
  // The smaller eigenvalue belongs to the longer axis.
  const long = Math.sqrt((level * sign) / (middle * sign - half));
  const short = Math.sqrt((level * sign) / (middle * sign + half));
  const angle =
    half < 1e-12 * Math.abs(middle) ? 0 : Math.atan2(2 * b * sign, (a - c) * sign) / 2 + Math.PI / 2;
  return { cx, cy, rx: long, ry: short, angle: upright((angle * 180) / Math.PI) };
}

/** An axis' direction in degrees, in (−90, 90]. */
function upright(degrees: number): number {
  const turned = degrees % 180;
  return turned > 90 ? turned - 180 : turned <= -90 ? turned + 180 : turned;
}

const OUTLINE: Readonly<Record<'round' | 'square', readonly Point[]>> = {
  round: Array.from({ length: 360 }, (_, i) => [
    Math.cos((i * Math.PI) / 180),
    Math.sin((i * Math.PI) / 180),
  ]),
  square: Array.from({ length: 400 }, (_, i) => {
    const along = ((i % 100) / 100) * 2 - 1;
    return (
      [
        [along, -1],
        [1, along],
        [-along, 1],
        [-1, -along],
      ] as const
    )[Math.floor(i / 100)]!;
  }),
};

/**
 * Box of what is to be seen of a seal, in whole pixels of the picture: of its outline what lies on the page and in the picture; and
 * which share of the whole box that is. `own` maps the unit circle to the page, `forward` the page to the picture.
 */
export function seenBox(
  shape: 'round' | 'square',
  own: Homography,
  forward: Homography,
  page: { width: number; height: number },
  picture: { width: number; height: number },
): { readonly box: Box; readonly seen: number } | null {
  const whole: Point[] = [];
  const kept: Point[] = [];
  for (const [u, v] of OUTLINE[shape]) {
    const [x, y] = project(own, u, v);
    const at = project(forward, x, y);
    whole.push(at);
    const onPage = x >= 0 && y >= 0 && x <= page.width && y <= page.height;
    if (onPage && at[0] >= 0 && at[1] >= 0 && at[0] <= picture.width && at[1] <= picture.height)
      kept.push(at);
  }
  if (kept.length < 2) return null;
  const all = bounds(whole);
  const some = bounds(kept);
  const seen = (some.width * some.height) / Math.max(1e-9, all.width * all.height);
  const x = Math.max(0, Math.floor(some.x));
  const y = Math.max(0, Math.floor(some.y));
  const right = Math.min(picture.width, Math.ceil(some.x + some.width));
  const bottom = Math.min(picture.height, Math.ceil(some.y + some.height));
  return { box: { x, y, width: right - x, height: bottom - y }, seen: Math.min(1, seen) };
}

function bounds(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Which way a seal's top points, degrees clockwise from straight up. `map` takes the unit circle to the picture. */
export function turnOf(map: Homography): number {
  const [x, y] = project(map, 0, 0);
  const [tx, ty] = project(map, 0, -0.01);
  return (Math.atan2(tx - x, y - ty) * 180) / Math.PI;
}
