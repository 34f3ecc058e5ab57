import { type Reading, turnOf } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { readingSection, textLayer } from '../src/reading.ts';

const region = { x: 10, y: 20, width: 100, height: 20 };
const reading: Reading = {
  kind: {
    name: 'income-certificate',
    label: { zh: '收入证明', en: 'Income certificate' },
    reasons: ['月收入'],
  },
  fields: [
    {
      name: 'name',
      label: { zh: '姓名', en: 'Name' },
      text: '张<三>',
      value: '张<三>',
      confidence: 0.72,
      region,
      subject: 'name',
    },
  ],
  tables: [{ name: 'items', region, rows: [{ item: '米', amount: '5.00' }, { amount: '6.00' }] }],
  lines: [{ text: '收入 & 证明', confidence: 0.9, region, runs: [] }],
};

describe('what was read', () => {
  it('is listed with its kind, the reasons for it, and doubts', () => {
    const markup = readingSection(reading)!.toString();
    expect(markup).toContain('收入证明');
    expect(markup).toContain('月收入');
    expect(markup).toContain('张&lt;三&gt;');
    expect(markup).toContain('72');
    expect(markup).toContain('<td></td><td>6.00</td>');
    expect(markup).toContain('收入 &amp; 证明');
  });

  it('is left out where nothing was read', () => {
    expect(readingSection(null)).toBeNull();
    expect(readingSection({ ...reading, lines: [] })).toBeNull();
  });

  it('lies over the picture where it stands, turned as the picture is', () => {
    const size = { width: 200, height: 400 };
    const upright = textLayer(reading, turnOf(size, 1))!.toString();
    expect(upright).toContain('x="10" y="37" font-size="20" textLength="100"');
    // Stored sideways: what lies across the stored page runs down the one that is shown, and is set so.
    const turned = textLayer(reading, turnOf(size, 6))!.toString();
    expect(turned).toContain('translate(380 10) rotate(90)');
    expect(turned).toContain('font-size="20" textLength="100"');
  });
});
