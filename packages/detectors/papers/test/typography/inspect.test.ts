import { expect, test } from 'vitest';
import { inspectTypography } from '../../src/typography/index.ts';
import { typographyModel } from '../../src/typography/model.ts';
import { AMOUNTS, numbersPage } from './page.ts';

const rowAt = (row: number, size: number) =>
  AMOUNTS.map((amount, i) => (i === row ? { ...amount, size } : amount));

test('an edited number scores above its genuine page', () => {
  const score = (numbers: typeof AMOUNTS) => {
    const { image, page } = numbersPage(numbers);
    return inspectTypography(image, page).score;
  };
  expect(score(rowAt(4, 30))).toBeGreaterThan(score(AMOUNTS));
});

test('findings tell the measures in both languages and where they are', () => {
  const { image, page } = numbersPage(rowAt(4, 30));
  const { findings, digits } = inspectTypography(image, page, { ...typographyModel, alarm: -20 });
  expect(digits).toBe(60);
  const finding = findings.find(({ values }) => values?.number === '9,084.53')!;
  expect(finding.code).toMatch(/^papers\.typography-/);
  expect(finding.message.zh).toContain('像素');
  expect(finding.message.zh).not.toContain('{');
  expect(finding.message.en).toContain('9,084.53');
  expect(finding.region!.y).toBeGreaterThan(270);
  expect(finding.region!.y + finding.region!.height).toBeLessThan(320);
});

test('a page without numbers is not suspicious', () => {
  const { image } = numbersPage([]);
  const blank = { width: 600, height: 700, lines: [], tables: [] };
  const { findings, probability } = inspectTypography(image, blank);
  expect(findings).toHaveLength(0);
  expect(probability).toBeLessThan(0.5);
});
