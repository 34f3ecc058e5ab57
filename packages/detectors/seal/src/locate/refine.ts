import type { Ellipse } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { biweight, distancesTo, fitEllipse } from './conic.ts';
import { GLOW, type InkMaps } from './maps.ts';
import { aroundEllipse } from './outline.ts';

const POINTS = 144;
/** Page pixels between samples of a profile. */
const STEP = 0.5;

/**
 * The ellipse moved onto the rim's outer edge at the page's own resolution: along the normals the place, to a fraction of a pixel,
 * where ink rises to half of the rim's; then a robust fit. In page pixels; the same ellipse where too little of an edge is there.
 */
export function refineEllipse(
  image: RgbImage,
  maps: InkMaps,
  by: 'chroma' | 'dark',
  ellipse: Ellipse,
): Ellipse {
  let current = ellipse;
  for (const reach of [2.2 * maps.factor + 1, 1.2 * maps.factor + 1]) {
    const next = refineOnce(image, maps, by, current, reach);
    if (!next || Math.hypot(next.cx - ellipse.cx, next.cy - ellipse.cy) > 3 * maps.factor + 2) return current;
    current = next;
  }
  return current;
}

function refineOnce(
  image: RgbImage,
  maps: InkMaps,
  by: 'chroma' | 'dark',
  ellipse: Ellipse,
  reach: number,
): Ellipse | null {
  const outline = aroundEllipse(ellipse, POINTS);
  const length = Math.ceil((2 * reach) / STEP) + 1;
  const profiles: Float32Array[] = [];
  for (let k = 0; k < POINTS; k++) {
    const profile = new Float32Array(length);
    for (let s = 0; s < length; s++) {
      // From without inwards.
      const t = reach - s * STEP;
      profile[s] = inkAt(
        image,
        maps,
        by,
        outline.x[k]! + outline.ox[k]! * t,
        outline.y[k]! + outline.oy[k]! * t,
      );
    }
    profiles.push(profile);
  }
  const peaks = profiles.map((profile) => Math.max(...profile));
  const typical = [...peaks].sort((a, b) => a - b)[POINTS >> 1]!;
  const x: number[] = [];
  const y: number[] = [];
  profiles.forEach((profile, k) => {
    const at = risesAt(profile, typical);
    if (at === null) return;
    const t = reach - at * STEP;
    x.push(outline.x[k]! + outline.ox[k]! * t);
    y.push(outline.y[k]! + outline.oy[k]! * t);
  });
  if (x.length < POINTS * 0.25) return null;
  const points = { count: x.length, x: Float32Array.from(x), y: Float32Array.from(y) };
  const distances = new Float32Array(points.count);
  distancesTo(ellipse, points, distances);
  const weights = new Float32Array(points.count);
  let fitted: Ellipse | null = ellipse;
  for (const scale of [reach, reach * 0.6, Math.max(1.5, reach * 0.35)]) {
    // Arcs alone are kept from making ellipses of circles.
    const round = x.length < POINTS * 0.6 ? 0.05 : 0;
    for (let k = 0; k < points.count; k++) weights[k] = biweight(distances[k]!, scale);
    fitted = fitEllipse(points, weights, { x: ellipse.cx, y: ellipse.cy, radius: ellipse.rx }, round);
    if (!fitted) return null;
    distancesTo(fitted, points, distances);
  }
  return fitted;
}

/** Index, with its fraction, where a profile first rises to half of the rim; null where there is no rim, or ink from the start. */
function risesAt(profile: Float32Array, typical: number): number | null {
  for (let s = 1; s < profile.length; s++) {
    if (profile[s]! < 0.5 * typical) continue;
    if (s === 1) return null;
    const [before, after] = [profile[s - 1]!, profile[s]!];
    return s - 1 + (0.5 * typical - before) / Math.max(1e-6, after - before);
  }
  return null;
}

/** Ink at a place of the page, as the map tells it; bilinear, 0 beyond the page. */
function inkAt(
  { width, height, rgb }: RgbImage,
  { factor, paper }: InkMaps,
  by: 'chroma' | 'dark',
  px: number,
  py: number,
): number {
  const u = px - 0.5;
  const v = py - 0.5;
  const x = Math.floor(u);
  const y = Math.floor(v);
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return 0;
  const [fx, fy] = [u - x, v - y];
  const knot = paper.cell * factor;
  const column = Math.min(paper.columns - 1, Math.floor(px / knot));
  const row = Math.min(paper.rows - 1, Math.floor(py / knot));
  const from = (row * paper.columns + column) * 3;
  const i = (y * width + x) * 3;
  const below = i + width * 3;
  let [least, most] = [GLOW, 0];
  for (let c = 0; c < 3; c++) {
    const value =
      (rgb[i + c]! * (1 - fx) + rgb[i + c + 3]! * fx) * (1 - fy) +
      (rgb[below + c]! * (1 - fx) + rgb[below + c + 3]! * fx) * fy;
    const share = Math.min(GLOW, value / paper.colours[from + c]!);
    least = Math.min(least, share);
    most = Math.max(most, share);
  }
  return by === 'chroma' ? most - least : 1 - least;
}
