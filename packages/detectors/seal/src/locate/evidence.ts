import type { InkMap, InkMaps } from './maps.ts';
import type { Outline } from './outline.ts';

/** What speaks for and against a seal within an outline, by name; the inputs of the trees. */
export type Evidence = Readonly<Record<string, number>>;

export interface Candidate {
  /** The scale at which it was found, and which of its maps shows it. */
  readonly maps: InkMaps;
  readonly by: 'chroma' | 'dark';
  readonly outline: Outline;
  /** Centre and half axes in working pixels. */
  readonly ellipse: {
    readonly cx: number;
    readonly cy: number;
    readonly rx: number;
    readonly ry: number;
    readonly angle: number;
  };
  readonly square: boolean;
  readonly complete: number;
  /** Of squares. */
  readonly leastSide?: number;
  readonly corners?: number;
  readonly visible: number;
  readonly residual: number;
}

/** Depths of bands within the outer edge, as shares of the way to the centre. */
const BANDS = [
  ['outer', -0.16, -0.06],
  ['gap', 0.07, 0.12],
  ['text', 0.14, 0.36],
  ['middle', 0.4, 0.66],
  ['centre', 0.7, 1],
] as const;

export function measure(candidate: Candidate): Evidence {
  const { maps, outline, ellipse, by } = candidate;
  const map = maps[by];
  const other = by === 'chroma' ? maps.dark : maps.chroma;
  const radius = Math.sqrt(ellipse.rx * ellipse.ry);
  const inside = (k: number) =>
    outline.x[k]! > 1 &&
    outline.y[k]! > 1 &&
    outline.x[k]! < maps.width - 2 &&
    outline.y[k]! < maps.height - 2;
  const rims: number[] = [];
  const beyond: number[] = [];
  const others: number[] = [];
  const width = Math.max(1.5, radius * 0.05);
  for (let k = 0; k < outline.count; k++) {
    if (!inside(k)) continue;
    let rim = 0;
    for (let t = 0; t <= width; t += 0.75) rim = Math.max(rim, along(map, outline, k, -t));
    let out = 1;
    for (let t = 1.5; t <= 3.5; t += 1) out = Math.min(out, along(map, outline, k, t));
    rims.push(rim);
    others.push(Math.max(along(other, outline, k, 0), along(other, outline, k, -1)));
    beyond.push(out);
  }
  const typical = median(rims);
  const hits = rims.map((rim, i) => rim > 0.4 * typical && rim - beyond[i]! > 0.3 * typical);
  const evidence: Record<string, number> = {
    chromatic: by === 'chroma' ? 1 : 0,
    pageInked: maps.inked,
    pageColoured: maps.coloured,
    square: candidate.square ? 1 : 0,
    complete: candidate.complete,
    leastSide: candidate.leastSide ?? candidate.complete,
    corners: candidate.corners ?? candidate.complete,
    visible: candidate.visible,
    residual: candidate.residual / radius,
    aspect: Math.min(ellipse.rx, ellipse.ry) / Math.max(ellipse.rx, ellipse.ry),
    radius,
    share: (2 * radius) / Math.min(maps.width, maps.height),
    rim: typical,
    rimSpread: deviation(rims) / Math.max(0.02, typical),
    beyond: mean(beyond) / Math.max(0.02, typical),
    crisp: hits.filter(Boolean).length / Math.max(1, hits.length),
    longestGap: longestFalse(hits) / Math.max(1, hits.length),
    otherRim: mean(others),
  };
  const floor = Math.max(0.04, 0.4 * typical);
  for (const [name, from, to] of BANDS) Object.assign(evidence, band(candidate, name, from, to, floor));
  const hue = hueOf(candidate);
  return { ...evidence, ...hue };
}

/** The map's value `t` pixels outwards from a point of the outline. */
const along = (map: InkMap, outline: Outline, k: number, t: number): number =>
  at(map, outline.x[k]! + outline.ox[k]! * t, outline.y[k]! + outline.oy[k]! * t);

/** Bilinear; 0 beyond the map. */
function at({ width, height, data }: InkMap, x: number, y: number): number {
  const u = Math.floor(x);
  const v = Math.floor(y);
  if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) return 0;
  const fx = x - u;
  const fy = y - v;
  const i = v * width + u;
  return (
    (data[i]! * (1 - fx) + data[i + 1]! * fx) * (1 - fy) +
    (data[i + width]! * (1 - fx) + data[i + width + 1]! * fx) * fy
  );
}

const RINGS = 4;

/** Mean ink, share of inked places and how much the directions differ within a band. */
function band(
  { maps, outline, ellipse, by }: Candidate,
  name: string,
  from: number,
  to: number,
  floor: number,
): Record<string, number> {
  const map = maps[by];
  const directions: number[] = [];
  let [inked, all] = [0, 0];
  for (let k = 0; k < outline.count; k++) {
    let sum = 0;
    let n = 0;
    for (let ring = 0; ring < RINGS; ring++) {
      const depth = from + ((to - from) * (ring + 0.5)) / RINGS;
      const x = ellipse.cx + (outline.x[k]! - ellipse.cx) * (1 - depth);
      const y = ellipse.cy + (outline.y[k]! - ellipse.cy) * (1 - depth);
      if (x < 0 || y < 0 || x >= maps.width - 1 || y >= maps.height - 1) continue;
      const value = at(map, x, y);
      sum += value;
      n++;
      all++;
      if (value > floor) inked++;
    }
    if (n > 0) directions.push(sum / n);
  }
  return {
    [`${name}Mean`]: mean(directions),
    [`${name}Inked`]: inked / Math.max(1, all),
    [`${name}Varies`]: deviation(directions),
  };
}

/** How coloured the ink within is, and how alike the colours of its coloured places are. */
function hueOf({ maps, outline, ellipse }: Candidate): Record<string, number> {
  let [chroma, dark, n] = [0, 0, 0];
  let [cx, cy, weight] = [0, 0, 0];
  for (let k = 0; k < outline.count; k += 2) {
    for (let depth = 0; depth < 1; depth += 0.06) {
      const x = Math.round(ellipse.cx + (outline.x[k]! - ellipse.cx) * (1 - depth));
      const y = Math.round(ellipse.cy + (outline.y[k]! - ellipse.cy) * (1 - depth));
      if (x < 0 || y < 0 || x >= maps.width || y >= maps.height) continue;
      const i = y * maps.width + x;
      n++;
      dark += maps.dark.data[i]!;
      const own = maps.chroma.data[i]!;
      chroma += own;
      if (own < 0.05) continue;
      const r = maps.reflectance[i * 3]!;
      const g = maps.reflectance[i * 3 + 1]!;
      const b = maps.reflectance[i * 3 + 2]!;
      // The hue circle's plane, each place by its chroma.
      cx += r - (g + b) / 2;
      cy += (Math.sqrt(3) / 2) * (g - b);
      weight += own;
    }
  }
  return {
    chromaWithin: chroma / Math.max(1, n),
    darkWithin: dark / Math.max(1, n),
    coloured: chroma / Math.max(0.01, dark),
    hueAgrees: weight > 0 ? Math.hypot(cx, cy) / weight : 0,
    redness: weight > 0 ? cx / weight : 0,
    yellowness: weight > 0 ? cy / weight : 0,
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

const median = (values: readonly number[]): number =>
  values.length === 0 ? 0 : [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** The longest run of misses, around the closed outline. */
function longestFalse(hits: readonly boolean[]): number {
  let [run, longest] = [0, 0];
  for (let i = 0; i < 2 * hits.length && run < hits.length; i++) {
    run = hits[i % hits.length] ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
