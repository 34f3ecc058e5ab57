import type { Glyph } from './glyph.ts';
import { median, quantile } from './robust.ts';
import type { Segment } from './segments.ts';

/** By what a run of digits differs. */
export type Deviation = 'size' | 'weight' | 'ink' | 'baseline' | 'spacing' | 'face';

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

/** Every deviation of a run that can be told in numbers, the strongest first. */
export function deviationsOf(segment: Segment): MeasuredDeviation[] {
  const { glyphs, rest, peers, features } = segment;
  const groups: [Reference, readonly Glyph[]][] = [
    ['line', rest],
    ['column', peers.column],
    ['page', peers.page],
  ];
  const [reference, others] = groups.find(([, group]) => group.length >= LEAST_PEERS) ?? groups[2]!;
  const found: MeasuredDeviation[] = [];
  const compare = (deviation: Deviation, floor: number, measure: (glyph: Glyph) => number) => {
    if (others.length === 0) return;
    const own = median(glyphs.map(measure));
    const sorted = Float64Array.from(others, measure).sort();
    const middle = median(sorted);
    const scatter = 1.4826 * median(sorted.map((value) => Math.abs(value - middle)));
    const strength = Math.abs(own - middle) / (scatter + floor * Math.abs(middle)) / CAUTION[reference];
    found.push({
      deviation,
      reference,
      own,
      low: quantile(sorted, 0.1),
      high: quantile(sorted, 0.9),
      strength,
    });
  };
  compare('size', 0.02, ({ top, bottom }) => bottom - top);
  compare('weight', 0.04, ({ stroke }) => stroke);
  compare('ink', 0.03, ({ contrast }) => contrast);
  const hue = Math.max(features.redNearest!, features.blueNearest!);
  const plain = (deviation: Deviation, own: number, high: number, strength: number, where: Reference) =>
    found.push({ deviation, reference: where, own, low: 0, high, strength });
  if (hue > (found.find(({ deviation }) => deviation === 'ink')?.strength ?? 0)) {
    found.splice(2, 1);
    compare(
      'ink',
      0.03,
      ({ contrast, red, blue }) => contrast * (1 + Math.max(Math.abs(red), Math.abs(blue))),
    );
    found.push({ ...found.pop()!, strength: hue });
  }
  const unit = segment.number.size;
  const usual = Math.max(features.baselineScatter!, features.baselineNoise!);
  plain('baseline', features.baseline! * unit, usual * unit, features.baselineZ!, 'line');
  const pitch = Math.max(features.pitch!, features.joint!);
  const even = features.pitchNoise!;
  plain('spacing', pitch * unit, even * unit, Math.max(features.pitchZ!, features.jointZ!), 'line');
  if (features.formKnown! > 0) {
    plain('face', features.formRelative!, 1, features.formRelative! * 1.3, 'page');
  }
  return found.sort((a, b) => b.strength - a.strength);
}
