import { type Component, componentsOf } from './components.ts';
import type { FrameBox, Patch } from './patch.ts';
import { quantile } from './robust.ts';

/** Ink of one character in a patch. */
export interface IsolatedInk {
  /** Share of each sample that ink covers, 0–1: of what belongs to the character alone. */
  readonly coverage: Float32Array;
  /** Luma of the paper less that of full ink; negative where the text is lighter than what it stands on. */
  readonly contrast: number;
  /** Mean colours of full ink and of paper. */
  readonly ink: readonly [number, number, number];
  readonly paper: readonly [number, number, number];
  /** Share of what is not its ink that is strongly coloured, as under a seal, where its own ink is not. */
  readonly stain: number;
  /** It runs into a neighbour and was cut at the reader's box. */
  readonly touching: boolean;
}

/** Fainter print cannot be measured. */
const LEAST_CONTRAST = 22;
/** A part of this share of the character's pixels belongs to it (`i`, broken print), less is dust. */
const LEAST_PART = 0.06;
/** Grey levels between a colour's channels beyond those of ink and paper. */
const COLOURED = 30;
/** What reaches in from above or below by no more than this share of the reader's box is of another line. */
const BESIDE = 0.25;
/** Ink wider than this many of the reader's boxes has run into a neighbour. */
const RUN_TOGETHER = 1.35;

/** The ink of the character that the reader saw within `box` (in the line's frame); null where there is too little to measure. */
export function isolate(patch: Patch, box: FrameBox): IsolatedInk | null {
  const { width, height, luma } = patch;
  const sorted = luma.slice().sort();
  const middle = quantile(sorted, 0.5);
  const isDark = middle - quantile(sorted, 0.03) >= quantile(sorted, 0.97) - middle;
  const sign = isDark ? 1 : -1;
  const paper = quantile(sorted, isDark ? 0.7 : 0.3);
  const full = sign * (paper - quantile(sorted, isDark ? 0.03 : 0.97));
  if (full < LEAST_CONTRAST) return null;
  const binary = new Uint8Array(luma.length);
  for (let at = 0; at < luma.length; at++) binary[at] = sign * (paper - luma[at]) > full / 2 ? 1 : 0;
  withoutRules(binary, width);
  const { labels, components } = componentsOf(binary, width);
  const [from, to] = [box.left - patch.left, box.right - patch.left];
  const core = {
    top: box.top + BESIDE * (box.bottom - box.top),
    bottom: box.bottom - BESIDE * (box.bottom - box.top),
  };
  const ofLine = components.filter(
    ({ top, bottom }) =>
      !(top === 0 && bottom + patch.top <= core.top) &&
      !(bottom === height && top + patch.top >= core.bottom),
  );
  const own = ownComponents(ofLine, from, to, width, height);
  // Cut off at the top or bottom, it is joined to something that is no part of the line.
  if (own.length === 0 || own.some(({ top, bottom }) => top === 0 || bottom === height)) return null;
  const [left, right] = [Math.min(...own.map((c) => c.left)), Math.max(...own.map((c) => c.right))];
  const touching = right - left > RUN_TOGETHER * (to - from) + 1;
  const kept = new Set(own.map(({ label }) => label));
  const mask = binary.map((_, at) => {
    const x = at % width;
    const within = !touching || (x >= Math.floor(from) && x < Math.ceil(to));
    return within && kept.has(labels[at]) ? 1 : 0;
  });
  return covered(patch, mask, binary, { paper, sign, touching });
}

/** Rows inked from end to end are rules: no digit fills the white beside it. */
function withoutRules(binary: Uint8Array, width: number): void {
  for (let from = 0; from < binary.length; from += width) {
    const row = binary.subarray(from, from + width);
    if (row.every((value) => value === 1)) row.fill(0);
  }
}

/** What lies in the reader's box, without rules and what only reaches into it. */
function ownComponents(
  components: readonly Component[],
  from: number,
  to: number,
  width: number,
  height: number,
): Component[] {
  const inside = components.filter(({ left, right, top, bottom }) => {
    const centre = (left + right) / 2;
    if (right - left >= width - 1 && bottom - top < 0.3 * height) return false;
    if (bottom - top >= height && right - left < 0.3 * width) return false;
    const common = Math.min(right, to) - Math.max(left, from);
    return (centre >= from - 1 && centre <= to + 1) || common > 0.6 * (to - from);
  });
  const most = Math.max(0, ...inside.map(({ pixels }) => pixels));
  return inside.filter(({ pixels }) => pixels >= LEAST_PART * most);
}

function covered(
  { width, luma, rgb }: Patch,
  mask: Uint8Array,
  binary: Uint8Array,
  { paper, sign, touching }: { paper: number; sign: number; touching: boolean },
): IsolatedInk | null {
  const depths = luma
    .filter((_, at) => mask[at])
    .map((value) => sign * (paper - value))
    .sort();
  if (depths.length < 6) return null;
  const deepest = depths.subarray(Math.floor(0.75 * depths.length));
  const contrast = deepest.reduce((sum, value) => sum + value, 0) / deepest.length;
  const coverage = new Float32Array(mask.length);
  const [ink, blank] = [new Float64Array(4), new Float64Array(4)];
  for (let at = 0; at < mask.length; at++) {
    const depth = (sign * (paper - luma[at])) / contrast;
    // Soft edges count as the character's where its own ink lies next to them.
    if (mask[at] || (!binary[at] && besides(mask, at, width))) {
      coverage[at] = Math.max(0, Math.min(1, depth));
    }
    const into = mask[at] && depth > 0.8 ? ink : !binary[at] && Math.abs(depth) < 0.15 ? blank : null;
    if (!into) continue;
    for (let k = 0; k < 3; k++) into[k] += rgb[3 * at + k];
    into[3]++;
  }
  const colour = (sum: Float64Array) =>
    [0, 1, 2].map((k) => sum[k] / Math.max(1, sum[3])) as [number, number, number];
  if (ink[3] === 0 || blank[3] === 0) return null;
  const own = colour(ink);
  const around = colour(blank);
  const stain = colouredShare(rgb, coverage, Math.max(range(own), range(around)));
  return { coverage, contrast: sign * contrast, ink: own, paper: around, stain, touching };
}

const range = (colour: readonly number[]) => Math.max(...colour) - Math.min(...colour);

/** Share of samples without ink that are far more coloured than ink and paper are. */
function colouredShare(rgb: Float32Array, coverage: Float32Array, usual: number): number {
  let blank = 0;
  let coloured = 0;
  for (let at = 0; at < coverage.length; at++) {
    if (coverage[at] > 0) continue;
    blank++;
    const [r, g, b] = [rgb[3 * at], rgb[3 * at + 1], rgb[3 * at + 2]];
    if (Math.max(r, g, b) - Math.min(r, g, b) > usual + COLOURED) coloured++;
  }
  return coloured / Math.max(1, blank);
}

function besides(mask: Uint8Array, at: number, width: number): boolean {
  const x = at % width;
  for (let row = at - width; row <= at + width; row += width) {
    for (let dx = -1; dx <= 1; dx++) {
      if (x + dx >= 0 && x + dx < width && mask[row + dx]) return true;
    }
  }
  return false;
}
