import { expect, test } from 'vitest';
import { inspectTypography } from '../../src/typography/index.ts';
import { typographyModel } from '../../src/typography/model.ts';
import { openTestTypography } from './network/open.ts';
import { AMOUNTS, type NumberOnPage, numbersPage } from './page.ts';

const network = await openTestTypography();
const withRow = (style: Partial<NumberOnPage>) =>
  AMOUNTS.map((amount, i) => (i === 4 ? { ...amount, ...style } : amount));
const inspect = (numbers: readonly NumberOnPage[], model = typographyModel) => {
  const { image, page } = numbersPage(numbers);
  return inspectTypography(image, page, network, model);
};
/** Every run is shown. */
const ALL = { ...typographyModel, alarm: -50 };

test('an edited number scores above its genuine page', async () => {
  const genuine = await inspect(AMOUNTS);
  for (const style of [{ size: 30 }, { colour: '#888' }] satisfies Partial<NumberOnPage>[]) {
    const { score, probability } = await inspect(withRow(style));
    expect(score).toBeGreaterThan(genuine.score + 1);
    expect(probability).toBeGreaterThan(genuine.probability);
  }
});

test('findings tell the measures in both languages and where they are', async () => {
  const { findings, digits } = await inspect(withRow({ size: 30 }), ALL);
  expect(digits).toBe(60);
  const finding = findings[0]!;
  expect(finding.code).toBe('papers.typography-size');
  expect(finding.values).toMatchObject({ number: '9,084.53', text: '908453' });
  expect(finding.message.zh).toContain('像素');
  expect(finding.message.zh).not.toContain('{');
  expect(finding.message.en).toContain('9,084.53');
  expect(finding.region!.y).toBeGreaterThan(270);
  expect(finding.region!.y + finding.region!.height).toBeLessThan(320);
});

test('a blue number is told by its tint, and that of the others is 0', async () => {
  const { findings } = await inspect(withRow({ colour: '#2222aa' }), ALL);
  const tinted = findings.find(({ code }) => code === 'papers.typography-colour')!;
  expect(tinted.values).toMatchObject({ number: '9,084.53', low: '0', high: '0' });
  expect(tinted.message.zh).toContain('偏色');
  expect(tinted.message.en).toContain('0%–0%');
});

test('where no single measure stands out the finding says so', async () => {
  const { findings } = await inspect(AMOUNTS, ALL);
  const plain = findings.find(({ code }) => code === 'papers.typography-print')!;
  expect(plain.message.en).toContain('no single measure');
  expect(plain.message.zh).not.toContain('{');
});

test('a page without numbers is not suspicious', async () => {
  const { findings, probability } = await inspect([]);
  expect(findings).toHaveLength(0);
  expect(probability).toBeLessThan(0.5);
});
