import { describe, expect, it } from 'vitest';
import {
  auc,
  balancedAccuracy,
  countsAt,
  type DocumentOutcome,
  documentIntervals,
  documentTable,
  f1,
  iou,
  maskHistogram,
  oracleF1,
  parseManifest,
  tprAtFpr,
  wilson,
} from '../src/index.ts';

describe('ranking metrics', () => {
  it('agrees with counting pairs', () => {
    const scores = [0.1, 0.4, 0.35, 0.8, 0.4];
    const labels = [0, 0, 1, 1, 1];
    // Pairs (positive, negative): 6; won: .35>.1, .8>.1, .8>.4, .4>.1; tie: .4=.4.
    expect(auc(scores, labels)).toBeCloseTo(4.5 / 6);
  });

  it('allows no false alarm where 1% of the negatives is less than one', () => {
    expect(tprAtFpr([0.9, 0.5, 0.8, 0.95], [0, 0, 1, 1], 0.01)).toBe(0.5);
  });

  it('averages sensitivity and specificity', () => {
    expect(balancedAccuracy([0.9, 0.1, 0.8, 0.2], [0, 0, 1, 1], 0.5)).toBe(0.5);
    expect(balancedAccuracy([0.1, 0.9], [0, 1], 0.5)).toBe(1);
  });

  it("keeps Wilson's interval inside [0, 1] and around the proportion", () => {
    const { low, high } = wilson(1, 50);
    expect(low).toBeCloseTo(0.0035, 3);
    expect(high).toBeCloseTo(0.105, 3);
  });
});

describe('pixel metrics', () => {
  it('flags from 128 up', () => {
    const counts = countsAt(maskHistogram(Uint8Array.of(127, 128, 255, 0), Uint8Array.of(255, 255, 0, 0)));
    expect(counts).toEqual({ truePositive: 1, falsePositive: 1, falseNegative: 1 });
    expect(f1(counts)).toBe(0.5);
    expect(iou(counts)).toBeCloseTo(1 / 3);
  });

  it("takes a picture's own best threshold for the oracle, never less than the fixed one", () => {
    const faint = maskHistogram(Uint8Array.of(90, 80, 70, 0), Uint8Array.of(255, 255, 0, 0));
    expect(f1(countsAt(faint))).toBe(0);
    expect(oracleF1(faint)).toBe(1);
    const mixed = maskHistogram(Uint8Array.of(90, 200, 130, 0), Uint8Array.of(255, 255, 0, 0));
    expect(oracleF1(mixed)).toBeCloseTo(0.8);
    expect(oracleF1(mixed)).toBeGreaterThan(f1(countsAt(mixed)));
  });
});

describe('parseManifest', () => {
  it('reads the contract columns and keeps the others', () => {
    const [row] = parseManifest('file,label,mask,op\na.jpg,1,m.png,erase\n', 'm.csv');
    expect(row).toMatchObject({ file: 'a.jpg', label: 1, mask: 'm.png', columns: { op: 'erase' } });
  });

  it('refuses what is no label, no column, no CSV, with the place', () => {
    expect(() => parseManifest('file,label\na.jpg,2\n', 'm.csv')).toThrow(/Line 2.*"2"/);
    expect(() => parseManifest('path,label\na.jpg,1\n', 'm.csv')).toThrow(/"file"/);
    expect(() => parseManifest('file,label\n"a.jpg,1\n', 'm.csv')).toThrow(/m\.csv/);
  });
});

describe('document table', () => {
  const outcome = (
    source: string,
    label: 0 | 1,
    probability: number,
    op: string,
    pipeline: string,
  ): DocumentOutcome => ({
    file: `${source}-${op}-${pipeline}`,
    source,
    label,
    probability,
    op,
    pipeline,
    pixels: label ? maskHistogram(Uint8Array.of(200, 200), Uint8Array.of(255, 0)) : null,
  });
  const outcomes = ['a', 'b', 'c'].flatMap((source) => [
    outcome(source, 0, 0.1, 'none', 'jpeg'),
    outcome(source, 0, 0.2, 'none', 'png'),
    outcome(source, 1, 0.9, 'erase', 'jpeg'),
    outcome(source, 1, 0.15, 'retype', 'png'),
  ]);
  const points = { suspicious: 0.5, forged: 0.8 };

  it('gives each operation the untouched twins of its pipelines', () => {
    const rows = documentTable(outcomes, points);
    const find = (op: string, pipeline: string) => rows.find((r) => r.op === op && r.pipeline === pipeline);
    expect(find('erase', 'all')?.auc).toBe(1);
    expect(find('retype', 'png')?.auc).toBe(0);
    expect(find('all', 'all')).toMatchObject({ images: 12, recallForged: 0.5, falseAlarmsForged: 0 });
    expect(find('all', 'all')?.pixelF1).toBeCloseTo(2 / 3);
  });

  it('resamples by source, seeded', () => {
    expect(documentIntervals(outcomes, points)).toEqual(documentIntervals(outcomes, points));
    expect(() =>
      documentIntervals(
        outcomes.filter((o) => o.label),
        points,
      ),
    ).toThrow(/genuine/);
  });
});
