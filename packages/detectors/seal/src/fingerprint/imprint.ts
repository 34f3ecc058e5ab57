import { type Affine, fitAffine, laidOver } from './affine.ts';
import { BLOCKS_AROUND, type BlockMatch, blocksOf, matchBlocks } from './blocks.ts';
import { type Field, fieldOf, halved } from './field.ts';
import type { PolarMap } from './polar.ts';
import { rotations } from './rotation.ts';
import { type WindowFeatures, windowFeatures } from './windows.ts';

/** How two seals lie over each other and how far they agree there. */
export interface ImprintAgreement {
  /** Sectors by which the second is turned clockwise, and the map that is left. */
  readonly turn: number;
  readonly map: Affine;
  readonly blocks: readonly BlockMatch[];
  readonly features: ImprintFeatures;
  readonly laid: LaidPair;
}

/** Two seals over each other: the first, and the second turned back and moved onto it. */
export interface LaidPair {
  readonly first: Field;
  readonly second: Field;
}

/** What the decision is made of. Correlations −1 to 1. */
export interface ImprintFeatures extends WindowFeatures {
  /** Mean over blocks, each by how much there is to see. */
  readonly mean: number;
  /** The same within the centre, the band of lettering and the rim. */
  readonly centre: number;
  readonly lettering: number;
  readonly rim: number;
  /** Blocks below which a tenth, a quarter and a half of the weight lies. */
  readonly tenth: number;
  readonly quarter: number;
  readonly half: number;
  /** Share of the weight in blocks that agree. */
  readonly agreeing: number;
  /** Share of the outer blocks' weight where both sides have strokes. */
  readonly compared: number;
  /** Lettering by twelfths of a turn that both sides show: the three worst, a better one, and how many. One wrong character shows here. */
  readonly worst: number;
  readonly second: number;
  readonly third: number;
  readonly upper: number;
  readonly sectors: number;
  /** Size of the map that was needed, in shares of the radius. */
  readonly bent: number;
}

/** Reach of the first search for shifts, and of the last, in cells. */
const WIDE = { out: 2, around: 2 };
const NARROW = { out: 1, around: 1 };
const AGREES = 0.6;

/** The best agreement of two seals over rotation, small shifts, scalings and shears: sought on halved fields, judged on whole ones. */
export function alignImprints(first: PolarMap, second: PolarMap): ImprintAgreement {
  const [a, b] = [fieldOf(first), fieldOf(second)];
  const [coarse, other] = [halved(a), halved(b)];
  const windows = blocksOf(coarse);
  let best: { turn: number; blocks: BlockMatch[]; score: number } | null = null;
  for (const peak of rotations(first, second)) {
    const turn = Math.round(peak / 2);
    const blocks = matchBlocks(coarse, other, windows, turn, WIDE.out, WIDE.around);
    const score = meanOf(blocks);
    if (best === null || score > best.score) best = { turn, blocks, score };
  }
  const { turn, blocks } = best!;
  let map = fitAffine(coarse, windows, blocks);
  const closer = (x: Field, y: Field, at: number, reach: { out: number; around: number }) => {
    const own = blocksOf(x);
    const further = fitAffine(x, own, matchBlocks(x, laidOver(y, at, map), own, 0, reach.out, reach.around));
    map = map.map((value, i) => value + further[i]!) as unknown as Affine;
  };
  closer(coarse, other, turn, WIDE);
  closer(a, b, 2 * turn, NARROW);
  const over = laidOver(b, 2 * turn, map);
  const last = matchBlocks(a, over, blocksOf(a), 0, NARROW.out, NARROW.around);
  return {
    turn: 2 * turn,
    map,
    blocks: last,
    features: { ...featuresOf(last, map), ...windowFeatures(a, over) },
    laid: { first: a, second: over },
  };
}

const compared = (blocks: readonly BlockMatch[]) =>
  blocks.filter(({ weight, absent }) => weight > 0 && !absent);

function meanOf(blocks: readonly BlockMatch[]): number {
  const all = compared(blocks);
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : all.reduce((sum, one) => sum + one.weight * one.correlation, 0) / total;
}

function featuresOf(blocks: readonly BlockMatch[], map: Affine): Omit<ImprintFeatures, keyof WindowFeatures> {
  // The star is alike in all seals that have one: the worst blocks are sought outside it.
  const outer = compared(blocks.slice(2 * BLOCKS_AROUND));
  const all = outer.sort((p, q) => p.correlation - q.correlation);
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  const below = (share: number): number => {
    let left = share * total;
    for (const { correlation, weight } of all) {
      left -= weight;
      if (left <= 0) return correlation;
    }
    return all.at(-1)?.correlation ?? 0;
  };
  const agreeing = all.filter(({ correlation }) => correlation >= AGREES);
  return {
    mean: meanOf(blocks),
    centre: meanOf(blocks.slice(0, 2 * BLOCKS_AROUND)),
    lettering: meanOf(blocks.slice(2 * BLOCKS_AROUND, 4 * BLOCKS_AROUND)),
    rim: meanOf(blocks.slice(4 * BLOCKS_AROUND)),
    tenth: below(0.1),
    quarter: below(0.25),
    half: below(0.5),
    agreeing: total === 0 ? 0 : agreeing.reduce((sum, { weight }) => sum + weight, 0) / total,
    compared:
      total /
      Math.max(
        1e-9,
        blocks.slice(2 * BLOCKS_AROUND).reduce((sum, { weight }) => sum + weight, 0),
      ),
    ...bySector(blocks),
    bent: Math.hypot(...map),
  };
}

function bySector(blocks: readonly BlockMatch[]) {
  const means: number[] = [];
  for (let sector = 0; sector < BLOCKS_AROUND; sector++) {
    const both = compared([blocks[2 * BLOCKS_AROUND + sector]!, blocks[3 * BLOCKS_AROUND + sector]!]);
    if (both.length > 0) means.push(meanOf(both));
  }
  means.sort((a, b) => a - b);
  const at = (k: number) => means[Math.min(k, means.length - 1)] ?? 0;
  return {
    worst: at(0),
    second: at(1),
    third: at(2),
    upper: at(Math.floor(0.75 * means.length)),
    sectors: means.length,
  };
}
