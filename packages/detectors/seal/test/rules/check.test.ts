import { describe, expect, it } from 'vitest';
import { checkRules, type RuledSeal, STANDARDS, sealSort } from '../../src/rules/index.ts';

const company: RuledSeal = {
  shape: 'circle',
  colour: 'red',
  ellipse: { cx: 300, cy: 300, rx: 165, ry: 164, angle: 0 },
  centre: 'star',
  title: '阳光市华新贸易有限公司',
  titleConfidence: 0.95,
  subtitle: null,
  taxNumber: null,
  rim: 1.2 / 42,
  star: 14 / 42,
};
const invoice: RuledSeal = {
  ...company,
  shape: 'ellipse',
  ellipse: { cx: 300, cy: 300, rx: 157, ry: 118, angle: 0 },
  centre: 'text',
  subtitle: '发票专用章',
  taxNumber: '91330106MA2C12345X',
  rim: 1 / 40,
  star: null,
};
const flat = { dpi: 200, flat: true };
const codes = (seal: RuledSeal, options = flat as { dpi: number | null; flat: boolean }) =>
  checkRules(seal, options).map(({ code }) => code);

describe('seals against the rules', () => {
  it.each([
    ['阳光市华新贸易有限公司', null, 'organisation'],
    ['阳光市华新贸易有限公司', '发票专用章', 'invoice'],
    ['阳光市华新贸易有限公司', '财务专用章', 'special'],
    ['阳光市人民政府', null, 'county-government'],
    ['阳光镇人民政府', null, 'township-government'],
    ['国家税务总局', null, 'state-council-department'],
    ['阳光市人民法院', null, null],
    [null, null, null],
  ])('takes %s, %s for %s', (title, subtitle, sort) => {
    expect(sealSort(title, subtitle)).toBe(sort);
  });

  it('has nothing against seals as they should be', () => {
    expect(codes(company)).toEqual([]);
    expect(codes(invoice)).toEqual([]);
  });

  it.each<[string, Partial<RuledSeal>, RuledSeal]>([
    ['seal.rule-size', { ellipse: { cx: 0, cy: 0, rx: 220, ry: 220, angle: 0 } }, company],
    ['seal.rule-shape', { shape: 'square' }, company],
    ['seal.rule-shape', { ellipse: { cx: 0, cy: 0, rx: 165, ry: 130, angle: 0 } }, company],
    ['seal.rule-star', { star: 0.5 }, company],
    ['seal.rule-rim', { rim: 0.08 }, company],
    ['seal.rule-centre', { centre: 'emblem' }, company],
    ['seal.rule-shape', { shape: 'circle' }, invoice],
    ['seal.rule-aspect', { ellipse: { cx: 0, cy: 0, rx: 157, ry: 90, angle: 0 } }, { ...invoice }],
    ['seal.rule-colour', { colour: 'blue' }, invoice],
    ['seal.rule-tax-number', { taxNumber: '9133' }, invoice],
    ['seal.custom-centre', { subtitle: '财务专用章' }, company],
  ])('says %s of %j', (code, change, seal) => {
    expect(codes({ ...seal, ...change })).toContain(code);
  });

  it('gives the measure, the bounds and the source', () => {
    const [breach] = checkRules({ ...company, ellipse: { cx: 0, cy: 0, rx: 220, ry: 219, angle: 0 } }, flat);
    expect(breach!.message.zh).toContain('55.9 毫米');
    expect(breach!.message.en).toContain('38–45 mm');
    expect(breach!.message.en).toContain('国发〔1999〕25号');
  });

  it('looks at ratios alone where the resolution is unknown, and not at the outline of a page seen at an angle', () => {
    expect(
      codes({ ...company, ellipse: { cx: 0, cy: 0, rx: 900, ry: 900, angle: 0 } }, { dpi: null, flat: true }),
    ).toEqual([]);
    expect(
      codes(
        { ...company, shape: 'ellipse', ellipse: { cx: 0, cy: 0, rx: 900, ry: 700, angle: 0 } },
        { dpi: null, flat: false },
      ),
    ).toEqual([]);
  });

  it('takes a missing number or an unread name for no evidence', () => {
    expect(codes({ ...invoice, taxNumber: null })).toEqual([]);
    expect(codes({ ...company, star: 0.6, titleConfidence: 0.3 })).toEqual([]);
  });

  it('names the source of every standard', () => {
    for (const { source } of Object.values(STANDARDS)) expect(source).toMatch(/1999〕25号|2011年第7号/);
  });
});
