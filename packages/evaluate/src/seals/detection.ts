import type { Region } from '@jianzhen/evidence';
import { type Interval, wilson } from '../metrics.ts';
import { overlap } from './overlap.ts';

/** A seal that is on a page, and what makes it hard to find. */
export interface LabelledSeal {
  readonly box: Region;
  readonly conditions: readonly string[];
}

/** What was found on one page against what is there. */
export interface DetectionOutcome {
  readonly file: string;
  /** The part of the set that the page belongs to. */
  readonly part: string;
  readonly seals: readonly { readonly conditions: readonly string[]; readonly overlap: number }[];
  /** Boxes that are on no seal. */
  readonly falseSeals: readonly Region[];
}

/** From this intersection over union a seal counts as found. */
const FOUND = 0.5;

/** Pairs of seal and box by falling overlap, each once: Everingham et al., "The Pascal Visual Object Classes Challenge" (2010), §4.2. */
export function matchSeals(
  page: { readonly file: string; readonly part: string },
  seals: readonly LabelledSeal[],
  found: readonly Region[],
): DetectionOutcome {
  const pairs = seals
    .flatMap(({ box }, seal) => found.map((region, at) => ({ seal, at, share: overlap(box, region) })))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  const best = new Float64Array(seals.length);
  const used = new Set<number>();
  for (const { seal, at, share } of pairs) {
    if (best[seal]! > 0 || used.has(at)) continue;
    best[seal] = share;
    if (share >= FOUND) used.add(at);
  }
  return {
    ...page,
    seals: seals.map(({ conditions }, i) => ({ conditions, overlap: best[i]! })),
    falseSeals: found.filter((_, at) => !used.has(at)),
  };
}

export interface DetectionRow {
  /** A part of the set, or a condition of its seals. */
  readonly part: string;
  readonly pages: number;
  readonly seals: number;
  readonly recall: number | null;
  readonly recallInterval: Interval;
  /** Null for conditions, since a false seal has none, and where there are no seals. */
  readonly precision: number | null;
  readonly precisionInterval: Interval;
  readonly falseSeals: number;
  /** Mean intersection over union of the seals found. */
  readonly meanOverlap: number | null;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Recall and precision at an overlap of 0.5 by parts, then recall by conditions; Wilson's intervals at 95%. */
export function detectionTable(outcomes: readonly DetectionOutcome[]): DetectionRow[] {
  const parts = [...new Set(outcomes.map(({ part }) => part))];
  return parts.flatMap((part) => {
    const own = outcomes.filter((outcome) => outcome.part === part);
    const conditions = [...new Set(own.flatMap(({ seals }) => seals.flatMap((seal) => seal.conditions)))];
    const rows = conditions.length > 1 ? conditions.sort().map((condition) => row(part, own, condition)) : [];
    return [row(part, own), ...rows];
  });
}

const has = ({ seals }: DetectionOutcome, condition: string): boolean =>
  seals.some(({ conditions }) => conditions.includes(condition));

function row(part: string, outcomes: readonly DetectionOutcome[], condition?: string): DetectionRow {
  const seals = outcomes.flatMap((outcome) =>
    outcome.seals.filter(({ conditions }) => !condition || conditions.includes(condition)),
  );
  const found = seals.filter((seal) => seal.overlap >= FOUND);
  const falseSeals = condition ? 0 : outcomes.reduce((sum, outcome) => sum + outcome.falseSeals.length, 0);
  return {
    part: condition ? `${part}: ${condition}` : part,
    pages: condition ? outcomes.filter((outcome) => has(outcome, condition)).length : outcomes.length,
    seals: seals.length,
    recall: ratio(found.length, seals.length),
    recallInterval: wilson(found.length, seals.length),
    precision: condition || seals.length === 0 ? null : ratio(found.length, found.length + falseSeals),
    precisionInterval: wilson(found.length, found.length + falseSeals),
    falseSeals,
    meanOverlap: ratio(
      found.reduce((sum, seal) => sum + seal.overlap, 0),
      found.length,
    ),
  };
}
