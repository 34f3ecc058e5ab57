import type { Ellipse } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { biweight, distancesTo, fitEllipse } from './conic.ts';
import { aroundEllipse } from './outline.ts';
import { type InkBy, type InkedPage, inkProfile, risesAt, STEP, typicalInk } from './profiles.ts';

const POINTS = 144;
/** How far the edge is looked for, twice, in pixels of the planes; at first at least so far, in shares of the axes: farther where it is not near. */
const REACHES = [2.2, 1.2] as const;
const FARTHEST = [0.06, 0.16] as const;
/** By how much the middle may move, in shares of the axes. */
const MOVED = 0.09;
/** Share of an outline at which an edge is enough to look no farther, below which it is an arc, and least share that an ellipse is fitted to. */
const ENOUGH = 0.75;
const ARC = 0.6;
const LEAST = 0.25;

/** An ellipse, and at what share of its outline ink begins. */
interface Fit {
  readonly ellipse: Ellipse;
  readonly share: number;
}

/**
 * The ellipse moved onto the rim's outer edge at the page's own resolution: along the normals the place, to a fraction of a pixel,
 * where ink rises to half of the rim's; then a robust fit. In page pixels; the same ellipse where too little of an edge is there.
 */
export function refineEllipse(image: RgbImage, page: InkedPage, by: InkBy, ellipse: Ellipse): Ellipse {
  let best: Fit = { ellipse, share: 0 };
  for (const far of FARTHEST) {
    const fit = refineFrom(image, page, by, ellipse, far);
    if (fit.share > best.share) best = fit;
    if (best.share >= ENOUGH) break;
  }
  return best.ellipse;
}

function refineFrom(image: RgbImage, page: InkedPage, by: InkBy, ellipse: Ellipse, far: number): Fit {
  const radius = Math.sqrt(ellipse.rx * ellipse.ry);
  const [first, second] = REACHES.map((reach) => reach * page.factor + 1) as [number, number];
  const most = Math.max(3 * page.factor + 2, MOVED * radius);
  let current: Fit = { ellipse, share: 0 };
  for (const reach of [Math.max(first, far * radius), second]) {
    const next = refineOnce(image, page, by, current.ellipse, reach);
    if (!next || Math.hypot(next.ellipse.cx - ellipse.cx, next.ellipse.cy - ellipse.cy) > most)
      return current;
    current = next;
  }
  return current;
}

function refineOnce(
  image: RgbImage,
  page: InkedPage,
  by: InkBy,
  ellipse: Ellipse,
  reach: number,
): Fit | null {
  const outline = aroundEllipse(ellipse, POINTS);
  const profiles = Array.from({ length: POINTS }, (_, k) =>
    inkProfile(
      image,
      page,
      by,
      { x: outline.x[k]!, y: outline.y[k]!, ox: outline.ox[k]!, oy: outline.oy[k]! },
      reach,
    ),
  );
  const typical = typicalInk(profiles);
  const x: number[] = [];
  const y: number[] = [];
  profiles.forEach((profile, k) => {
    const at = risesAt(profile, typical);
    if (at === null) return;
    const t = reach - at * STEP;
    x.push(outline.x[k]! + outline.ox[k]! * t);
    y.push(outline.y[k]! + outline.oy[k]! * t);
  });
  const share = x.length / POINTS;
  if (share < LEAST) return null;
  const points = { count: x.length, x: Float32Array.from(x), y: Float32Array.from(y) };
  const distances = new Float32Array(points.count);
  distancesTo(ellipse, points, distances);
  const weights = new Float32Array(points.count);
  let fitted = ellipse;
  for (const scale of [reach, reach * 0.6, Math.max(1.5, reach * 0.35)]) {
    // Arcs alone are kept from making ellipses of circles.
    const round = share < ARC ? 0.05 : 0;
    for (let k = 0; k < points.count; k++) weights[k] = biweight(distances[k]!, scale);
    const next = fitEllipse(points, weights, { x: ellipse.cx, y: ellipse.cy, radius: ellipse.rx }, round);
    if (!next) return null;
    fitted = next;
    distancesTo(fitted, points, distances);
  }
  return { ellipse: fitted, share };
}
