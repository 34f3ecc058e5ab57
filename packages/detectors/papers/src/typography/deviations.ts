import { relativeForms } from './forms.ts';
import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { peersOf } from './peers.ts';
import { baselineStray, pitchStray, placingOf, usualPitch } from './placing.ts';
import { mean, median, quantile } from './robust.ts';
import type { RetypedRun } from './runs.ts';

/** By what a run of digits differs. */
export type Deviation = 'size' | 'weight' | 'ink' | 'colour' | 'baseline' | 'spacing' | 'face';

/** Whom it was compared with. */
export type Reference = 'line' | 'column' | 'page';

export interface MeasuredDeviation {
  readonly deviation: Deviation;
  readonly reference: Reference;
  /** The run's own measure. */
  readonly own: number;
  /** What most of the others have. */
  readonly low: number;
  readonly high: number;
  /** In what is usual between the others: robust standard deviations. */
  readonly strength: number;
}

const LEAST_PEERS = 3;
/** Digits elsewhere in a column or on a page differ more than those beside each other before it means anything. */
const CAUTION: Record<Reference, number> = { line: 1, column: 1.4, page: 2 };
/** Digits of the line this much larger or smaller stand for themselves. */
const SIZES = 0.3;
/** Least scatter that is credited: shares of the middle, and percent of the contrast for tints. */
const FLOORS = { size: 0.02, weight: 0.04, ink: 0.03, colour: 3 } as const;
/** A form this many times as far from its like as is usual counts like a standard deviation. */
const FACE = 1.3;

/** Measures runs of a page against the rest of it: every deviation that can be told in numbers, the strongest first. */
export function deviationsOn(
  numbers: readonly PrintedNumber[],
): (run: RetypedRun) => readonly MeasuredDeviation[] {
  const placing = placingOf(numbers);
  const forms = relativeForms(numbers);
  return (run) => {
    const { number, from, to } = run;
    const glyphs = number.glyphs.slice(from, to);
    const peers = peersOf(number, numbers);
    const rest = [
      ...number.glyphs.slice(0, from),
      ...number.glyphs.slice(to),
      ...peers.line.filter(({ top, bottom }) => Math.abs(Math.log((bottom - top) / number.size)) < SIZES),
    ];
    const unit = number.size;
    const baseline = baselineStray(glyphs, rest, number, placing);
    const spacing = pitchStray(number, from, to, usualPitch(peers.page, unit), placing);
    const face = mean(glyphs.flatMap((glyph) => forms.get(glyph) ?? []));
    const found: MeasuredDeviation[] = [
      ...compared(glyphs, [
        ['line', rest],
        ['column', peers.column],
        ['page', peers.page],
      ]),
      told('baseline', 'line', baseline.own * unit, baseline.usual * unit, baseline.strength),
      told('spacing', 'line', spacing.own * unit, spacing.usual * unit, spacing.strength),
      ...(Number.isFinite(face) ? [told('face', 'page', face, 1, FACE * face)] : []),
    ];
    return found.sort((a, b) => b.strength - a.strength);
  };
}

const told = (
  deviation: Deviation,
  reference: Reference,
  own: number,
  high: number,
  strength: number,
): MeasuredDeviation => ({ deviation, reference, own, low: 0, high, strength });

/** Size, weight, ink and tint against the nearest group that has enough digits; none where there is nobody to compare with. */
function compared(
  glyphs: readonly Glyph[],
  groups: readonly (readonly [Reference, readonly Glyph[]])[],
): MeasuredDeviation[] {
  const [reference, others] = groups.find(([, group]) => group.length >= LEAST_PEERS) ?? groups.at(-1)!;
  if (others.length === 0) return [];
  const against = (deviation: keyof typeof FLOORS, measure: (glyph: Glyph) => number): MeasuredDeviation => {
    const own = median(glyphs.map(measure));
    const sorted = Float64Array.from(others, measure).sort();
    const middle = median(sorted);
    const scatter = 1.4826 * median(sorted.map((value) => Math.abs(value - middle)));
    const floor = FLOORS[deviation] * (deviation === 'colour' ? 1 : Math.abs(middle));
    return {
      deviation,
      reference,
      own,
      low: quantile(sorted, 0.1),
      high: quantile(sorted, 0.9),
      strength: Math.abs(own - middle) / (scatter + floor) / CAUTION[reference],
    };
  };
  const tints = [against('colour', ({ red }) => 100 * red), against('colour', ({ blue }) => 100 * blue)];
  return [
    against('size', ({ top, bottom }) => bottom - top),
    against('weight', ({ stroke }) => stroke),
    against('ink', ({ contrast }) => contrast),
    tints[0]!.strength > tints[1]!.strength ? tints[0]! : tints[1]!,
  ];
}
