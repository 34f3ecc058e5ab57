import type { Finding, Reading } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { nameWords } from '../src/words-touched.ts';

const run = (text: string, x: number, width: number) => ({ text, region: { x, y: 10, width, height: 20 } });
const runs = [run('金额：', 0, 60), run('2,000.00', 60, 80), run('元整', 140, 40), run('备注', 400, 40)];
const reading: Reading = {
  kind: { name: 'unknown', label: { zh: '', en: '' }, reasons: [] },
  fields: [],
  tables: [],
  lines: [
    {
      text: '金额：2,000.00元整备注',
      confidence: 1,
      region: { x: 0, y: 10, width: 440, height: 20 },
      runs,
    },
  ],
};
const finding = (x: number, width: number, signal = 'jpeg-grid'): Finding => ({
  code: 'document.region-altered',
  severity: 'high',
  probability: 0.9,
  region: { x, y: 0, width, height: 40 },
  message: { zh: '疑似改动。', en: 'Probably altered.' },
  signal,
});

describe('findings name the words they touch', () => {
  it('joins neighbours, leaves out what is hardly touched', () => {
    const [named] = nameWords([finding(50, 140)], reading);
    expect(named!.message).toEqual({
      zh: '疑似改动（涉及文字：“2,000.00元整”）。',
      en: 'Probably altered (words touched: “2,000.00元整”).',
    });
    expect(named!.values).toEqual({ words: '2,000.00元整' });
  });

  it('says nothing of blank paper, of the whole page, or of what quotes words by itself', () => {
    const whole = { ...finding(0, 1), region: null };
    for (const silent of [finding(250, 100), whole, finding(50, 140, 'papers')])
      expect(nameWords([silent], reading)).toEqual([silent]);
  });
});
