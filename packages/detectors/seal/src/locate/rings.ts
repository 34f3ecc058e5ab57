import type { Ellipse } from '@jianzhen/evidence';
import { fitEllipse, type Points } from './conic.ts';
import type { Edges } from './edges.ts';
import type { Seed } from './votes.ts';

/** An ellipse that edges run along, in the working scale. */
export interface Ring {
  readonly ellipse: Ellipse;
  /** Share of its outline within the page that has an edge facing it, 0–1. */
  readonly complete: number;
  /** Share of its outline that lies within the page, 0–1. */
  readonly visible: number;
  /** Root mean square distance of the edges that it was fitted to, in working pixels. */
  readonly residual: number;
}

const SECTORS = 72;
/** Shares of the seed's radius that the search starts from: the outer edge may be a step beyond the strongest circle. */
const STARTS = [1.08, 0.9, 1.25];
const ROUNDS = 6;
/** A ring as complete as this needs no other start. */
const CLEAR = 0.88;
/** One that is no more complete than this after two rounds comes to nothing. */
const HOPELESS = 0.14;
const MOST = 700;

/** Fits an ellipse to the edges about a seed, from several starts; the best of them, or null. */
export function fitRing(edges: Edges, seed: Seed, size: { width: number; height: number }): Ring | null {
  const near = about(edges, seed);
  if (near.count < 12) return null;
  let best: Ring | null = null;
  for (const start of STARTS) {
    const ring = settle(near, { ...seed, radius: seed.radius * start }, size);
    if (ring && (!best || worth(ring) > worth(best))) best = ring;
    if (best && best.complete > CLEAR) break;
  }
  return best;
}

/** More of a ring is better; of two that are as complete the outer one is the rim. */
const worth = ({ complete, ellipse }: Ring): number =>
  complete * (1 + 0.25 * Math.log(Math.max(ellipse.rx, 1)));

type Near = Points & { readonly nx: Float32Array; readonly ny: Float32Array };

/** Edges in the annulus about a seed that face its centre within about 45°. */
function about(edges: Edges, { x, y, radius }: Seed): Near {
  const inner = (0.5 * radius) ** 2;
  const outer = (1.6 * radius) ** 2;
  const kept: number[] = [];
  for (let k = 0; k < edges.count; k++) {
    const dx = x - edges.x[k]!;
    const dy = y - edges.y[k]!;
    const square = dx * dx + dy * dy;
    if (square < inner || square > outer) continue;
    const facing = dx * edges.nx[k]! + dy * edges.ny[k]!;
    if (facing > 0 && facing * facing > 0.5 * square) kept.push(k);
  }
  // More points than this do not place it better.
  const stride = Math.max(1, kept.length / MOST);
  const count = Math.min(kept.length, MOST);
  const take = (values: Float32Array) => {
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++) out[i] = values[kept[Math.floor(i * stride)]!]!;
    return out;
  };
  return { count, x: take(edges.x), y: take(edges.y), nx: take(edges.nx), ny: take(edges.ny) };
}

function settle(near: Near, seed: Seed, size: { width: number; height: number }): Ring | null {
  const { x, y, radius, aspect } = seed;
  let ellipse: Ellipse = { cx: x, cy: y, rx: radius, ry: radius * aspect, angle: 0 };
  const finest = Math.max(1.1, 0.012 * radius);
  const first = Math.max(2.5, 0.16 * radius);
  const distances = new Float32Array(near.count);
  const weights = new Float32Array(near.count);
  let covered = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const scale = first * (finest / first) ** (round / (ROUNDS - 1)) * 1.5;
    weigh(near, ellipse, scale, weights, distances);
    if (round % 2 === 0) covered = sectorsHit(near, ellipse, weights);
    if (round === 2 && covered < HOPELESS) return null;
    const fitted = fitEllipse(
      near,
      weights,
      { x: ellipse.cx, y: ellipse.cy, radius },
      covered < 0.55 ? 0.2 : 0.004,
    );
    if (!fitted || !plausible(fitted, seed)) return null;
    ellipse = fitted;
  }
  weigh(near, ellipse, finest * 1.3, weights, distances);
  let [n, squares] = [0, 0];
  for (let k = 0; k < near.count; k++) {
    if (weights[k]! <= 0) continue;
    weights[k] = 1;
    n++;
    squares += distances[k]! ** 2;
  }
  if (n < 8) return null;
  const visible = visibleSectors(ellipse, size);
  const shown = visible.reduce((sum, on) => sum + on, 0);
  if (shown < SECTORS * 0.25) return null;
  return {
    ellipse,
    complete: Math.min(1, (sectorsHit(near, ellipse, weights) * SECTORS) / shown),
    visible: shown / SECTORS,
    residual: Math.sqrt(squares / n),
  };
}

const plausible = ({ cx, cy, rx, ry }: Ellipse, { x, y, radius }: Seed): boolean =>
  rx < 1.9 * radius && ry > 0.45 * radius && ry > 0.42 * rx && Math.hypot(cx - x, cy - y) < 0.6 * radius;

/**
 * Weights of points by their distance from an ellipse (to first order, Sampson 1982; Tukey's biweight at `scale`); 0 where a point's
 * direction is more than about 32° off the ellipse's own.
 */
function weigh(
  near: Near,
  { cx, cy, rx, ry, angle }: Ellipse,
  scale: number,
  weights: Float32Array,
  distances: Float32Array,
): void {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  for (let k = 0; k < near.count; k++) {
    const dx = near.x[k]! - cx;
    const dy = near.y[k]! - cy;
    const u = (dx * cos + dy * sin) / rx;
    const v = (dy * cos - dx * sin) / ry;
    const gu = u / rx;
    const gv = v / ry;
    const slope = Math.sqrt(gu * gu + gv * gv);
    const distance = (u * u + v * v - 1) / (2 * slope + 1e-9);
    distances[k] = distance;
    weights[k] = 0;
    const share = distance / scale;
    if (share * share >= 1) continue;
    const nx = near.nx[k]!;
    const ny = near.ny[k]!;
    const inwards = -(gu * (nx * cos + ny * sin) + gv * (ny * cos - nx * sin));
    const bell = 1 - share * share;
    if (inwards > FACING * slope) weights[k] = bell * bell;
  }
}

/** Cosine of the most that an edge's direction may be off. */
const FACING = 0.85;

/** Share of all sectors that have a point of some weight. */
function sectorsHit(near: Points, { cx, cy, rx, ry, angle }: Ellipse, weights: Float32Array): number {
  const hit = new Uint8Array(SECTORS);
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  for (let k = 0; k < near.count; k++) {
    if (weights[k]! <= 0.2) continue;
    const dx = near.x[k]! - cx;
    const dy = near.y[k]! - cy;
    const turn = Math.atan2((dy * cos - dx * sin) / ry, (dx * cos + dy * sin) / rx) / (2 * Math.PI);
    hit[(((turn + 1) * SECTORS) % SECTORS) | 0] = 1;
  }
  let sum = 0;
  for (let k = 0; k < SECTORS; k++) sum += hit[k]!;
  return sum / SECTORS;
}

function visibleSectors(
  { cx, cy, rx, ry, angle }: Ellipse,
  { width, height }: { width: number; height: number },
): number[] {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  return Array.from({ length: SECTORS }, (_, k) => {
    const t = (2 * Math.PI * (k + 0.5)) / SECTORS;
    const x = cx + rx * Math.cos(t) * cos - ry * Math.sin(t) * sin;
    const y = cy + rx * Math.cos(t) * sin + ry * Math.sin(t) * cos;
    return Number(x > 2 && y > 2 && x < width - 3 && y < height - 3);
  });
}
