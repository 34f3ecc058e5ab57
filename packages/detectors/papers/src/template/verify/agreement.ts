import type { TemplateMaterial } from '../types.ts';
import type { PageAlignment } from './align.ts';
import type { Anchors, Pairs } from './anchors.ts';
import { atHome, fixedOf } from './fixed.ts';
import { base, growth } from './growth.ts';
import { type Homes, homesOf } from './homes.ts';
import { type Homography, inverted, mapX, mapY, scaleAt } from './homography.ts';
import { loneBands } from './lone.ts';
import { offsets } from './offsets.ts';
import { astrayOpenings, openingsOf } from './openings.ts';
import type { Placing } from './placing.ts';
import { segmentsOf } from './segments.ts';
import { type Residuals, settled } from './slack.ts';

/** How well an alignment explains two pages' fixed text. Shares are 0–1 of the weight that lies within both pages. */
export interface Agreement extends Homes {
  /** Text of either page that is on the other too, wherever. */
  readonly text: number;
  /** Text at its place, moved bands apart: of both pages together, and of the page that has the smaller share. */
  readonly placed: number;
  readonly placedLeast: number;
  /** Text at its place in bands that were moved because a list or paragraph above them grew, and for no such reason. */
  readonly grown: number;
  readonly jumped: number;
  /** Labels and headings at their places, grown bands included. */
  readonly labels: number;
  /** Labels, headings and long words that are on the other page too, but not at their places. */
  readonly misplaced: number;
  /** Labels, headings and long words that stand as a whole at one place on one page and at another on the other. */
  readonly astray: number;
  /** Words that begin alike, go on otherwise and begin elsewhere: labels that run into their values. */
  readonly astrayOpening: number;
  /** Bands amid the page with a single word at home in them. */
  readonly lone: number;
  /** Mean residual of what is at its place, in sizes. */
  readonly residual: number;
  /** Weight of text at its place, grown bands included. */
  readonly weight: number;
  /** Mean disagreement of the print's size after alignment, in log units. */
  readonly sizes: number;
  /** How far the map is from a turn and a scale: log of the ratio of its stretches. */
  readonly stretch: number;
}

/** Residual in sizes up to which text counts in full as at its place. */
const AT_PLACE = 0.2;
/** Residual from which it does not count at all. */
const MOST_OFF = 0.6;
const credit = (off: number): number =>
  off <= AT_PLACE ? 1 : off >= MOST_OFF ? 0 : (MOST_OFF - off) / (MOST_OFF - AT_PLACE);

export function agreementOf(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  { map, bands }: PageAlignment,
  pages: readonly [TemplateMaterial, TemplateMaterial],
): Agreement {
  const residuals = settled(a, b, pairs, bands, offsets(map, a, b, pairs));
  const words = [pages[0].words, pages[1].words] as const;
  const segments = segmentsOf(a, b, words, pairs, residuals);
  const ofA: Placing = { least: new Float64Array(a.count).fill(9), band: new Uint8Array(a.count) };
  const ofB: Placing = { least: new Float64Array(b.count).fill(9), band: new Uint8Array(b.count) };
  const matched = [new Uint8Array(a.count), new Uint8Array(b.count)] as const;
  const { partner, other } = partners(a, b, pairs, residuals, ofA, ofB, matched);
  const home = atHome(a, b, words, segments, pairs, residuals);
  const openings = openingsOf([a, b], words, segments);
  const fixed = fixedOf([a, b], words, segments, openings);
  const kinds = growth(a, b, bands, map, pages, base(a, bands, home), home, fixed);
  ofA.band.set(kinds);
  other.forEach((p, q) => {
    if (p >= 0) ofB.band[q] = kinds[p]!;
  });
  const homes = homesOf(a, b, words, segments, map, strayOf(a, kinds));
  const back = inverted(map);
  const sharesA = shares(a, ofA, matched[0], (x, y) => within(map, x, y, b));
  const sharesB = shares(b, ofB, matched[1], (x, y) => back === null || within(back, x, y, a));
  const all = sharesA.all + sharesB.all;
  const both = (pick: (side: Shares) => number) => (pick(sharesA) + pick(sharesB)) / all;
  return {
    text: both(({ text }) => text),
    placed: both(({ placed }) => placed[0]!),
    grown: both(({ placed }) => placed[1]!),
    jumped: both(({ placed }) => placed[2]!),
    placedLeast: Math.min(
      ...[sharesA, sharesB].map((side) => (side.placed[0]! + side.placed[1]!) / side.all),
    ),
    labels: (sharesA.labels + sharesB.labels) / (sharesA.allLabels + sharesB.allLabels),
    misplaced: (sharesA.misplaced + sharesB.misplaced) / (sharesA.allFirm + sharesB.allFirm),
    astray: homes.astrayLabel + homes.astrayLong + homes.adrift,
    ...homes,
    astrayOpening: astrayOpenings(openings, a, b, words, map, bands),
    lone: loneBands(a, bands, home),
    ...precision(a, b, ofA.least, partner, map),
    weight: Math.min(...[sharesA, sharesB].map((side) => side.placed[0]! + side.placed[1]!)),
    stretch: stretchOf(map),
  };
}

/** Words of bands that moved for no reason. */
function strayOf(a: Anchors, kinds: Uint8Array): Uint8Array {
  const stray = new Uint8Array(a.letters.length);
  kinds.forEach((kind, p) => {
    if (kind === 2) stray[a.word[p]!] = 1;
  });
  return stray;
}

function partners(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  { along, down }: Residuals,
  ofA: Placing,
  ofB: Placing,
  matched: readonly [Uint8Array, Uint8Array],
): { partner: Int32Array; other: Int32Array } {
  const partner = new Int32Array(a.count).fill(-1);
  const other = new Int32Array(b.count).fill(-1);
  for (let k = 0; k < pairs.a.length; k++) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    const off = Math.sqrt(along[k]! ** 2 + down[k]! ** 2) / b.size[q]!;
    matched[0][p] = 1;
    matched[1][q] = 1;
    if (off < ofA.least[p]!) {
      ofA.least[p] = off;
      partner[p] = q;
    }
    if (off < ofB.least[q]!) {
      ofB.least[q] = off;
      other[q] = p;
    }
  }
  return { partner, other };
}

function within(map: Homography, x: number, y: number, { width, height }: Anchors): boolean {
  const [u, v] = [mapX(map, x, y), mapY(map, x, y)];
  return Math.abs(u) < width / 2 && Math.abs(v) < height / 2;
}

interface Shares {
  readonly all: number;
  readonly text: number;
  /** By kind of band. */
  readonly placed: Float64Array;
  readonly allLabels: number;
  readonly labels: number;
  readonly allFirm: number;
  readonly misplaced: number;
}

/** Text that lies outside the other page was cut off there, and says nothing. */
function shares(
  anchors: Anchors,
  { least, band }: Placing,
  matched: Uint8Array,
  seen: (x: number, y: number) => boolean,
): Shares {
  let [all, text, allLabels, labels, allFirm, misplaced] = [1e-9, 0, 1e-9, 0, 1e-9, 0];
  const placed = new Float64Array(3);
  for (let p = 0; p < anchors.count; p++) {
    const own = credit(least[p]!);
    if (own === 0 && !seen(anchors.x[p]!, anchors.y[p]!)) continue;
    const weight = anchors.weight[p]!;
    all += weight;
    if (matched[p]) text += weight;
    placed[band[p]!] = placed[band[p]!]! + weight * own;
    if (anchors.firm[p]) {
      allFirm += weight;
      if (matched[p] && own === 0) misplaced += weight;
    }
    if (!anchors.label[p]) continue;
    allLabels += weight;
    if (band[p] !== 2) labels += weight * own;
  }
  return { all, text, placed, allLabels, labels, allFirm, misplaced };
}

/** Residuals and sizes of what is at its place, weighted. */
function precision(a: Anchors, b: Anchors, least: Float64Array, partner: Int32Array, map: Homography) {
  let [all, residual, sizes] = [1e-9, 0, 0];
  for (let p = 0; p < a.count; p++) {
    if (least[p]! >= MOST_OFF) continue;
    const weight = a.weight[p]!;
    const expected = a.pitch[p]! * scaleAt(map, a.x[p]!, a.y[p]!);
    all += weight;
    residual += weight * least[p]!;
    sizes += weight * Math.min(0.3, Math.abs(Math.log(b.pitch[partner[p]!]! / expected)));
  }
  return { residual: residual / all, sizes: sizes / all };
}

/** Log of the ratio of the singular values of the map's linear part. */
function stretchOf([a, b, , d, e]: Homography): number {
  const sum = Math.hypot(a + e, b - d);
  const difference = Math.hypot(a - e, b + d);
  return Math.log((sum + difference) / Math.max(1e-9, Math.abs(sum - difference)));
}
