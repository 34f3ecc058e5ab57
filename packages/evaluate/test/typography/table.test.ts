import { expect, test } from 'vitest';
import { type TypographyOutcome, typographyTable } from '../../src/typography/index.ts';

const outcome = (label: 0 | 1, probability: number, deviation = ''): TypographyOutcome => ({
  label,
  probability,
  shown: probability > 0.8,
  hit: label ? probability > 0.9 : null,
  set: 'vouchers',
  capture: 'scan',
  deviation,
});

test('counts retyped pages above the threshold of all genuine ones', () => {
  const genuine = Array.from({ length: 50 }, (_, i) => outcome(0, i / 60));
  const rows = typographyTable([
    ...genuine,
    outcome(1, 0.95, 'face'),
    outcome(1, 0.85, 'face'),
    outcome(1, 0.1, 'size'),
  ]);
  // Of 50 genuine pages one may pass: the second highest is the limit.
  expect(rows[0]).toMatchObject({ subset: 'all', retyped: 3, genuine: 50, tprAt2Fpr: 2 / 3 });
  expect(rows[0]!.shown).toBeCloseTo(2 / 3);
  expect(rows[0]!.located).toBeCloseTo(1 / 3);
  expect(rows[0]!.shownFalsely).toBeCloseTo(1 / 50);
  expect(rows.find(({ subset }) => subset === 'deviation size')).toMatchObject({ retyped: 1, tprAt2Fpr: 0 });
});
