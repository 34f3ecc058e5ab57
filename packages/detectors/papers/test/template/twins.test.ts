import { describe, expect, it } from 'vitest';
import { fingerprint, verifyTemplate } from '../../src/template/index.ts';
import type { Anchors } from '../../src/template/verify/anchors.ts';
import { loneBands } from '../../src/template/verify/lone.ts';
import { capture, type FormOptions, form, LABELS, OTHER_FILLS } from './forms.ts';

const move = capture(0.02, 0.95, 10, -14, 0.02);
const of = (options: FormOptions) => fingerprint(form(options), null);
/** What is measured between a form and its twin, filled in otherwise and photographed askew. */
const between = (first: FormOptions, second: FormOptions) =>
  verifyTemplate(of(first), of({ fills: OTHER_FILLS, move, ...second }));

describe('one template', () => {
  it('has lists of other lengths, and what stands below moves with them', () => {
    const { agreement, sameTemplate } = between({ rows: 2 }, { rows: 5 });
    expect(agreement).toMatchObject({ jumped: 0, astray: 0 });
    expect(agreement!.grown).toBeGreaterThan(0.05);
    expect(sameTemplate).toBeGreaterThan(0.9);
  });

  it('prints headings and labels in their sizes', () => {
    const { agreement } = between({}, {});
    expect(Math.abs(agreement!.headingSize)).toBeLessThan(0.02);
    expect(Math.abs(agreement!.bodySize)).toBeLessThan(0.02);
    expect(Math.abs(agreement!.leading)).toBeLessThan(0.04);
    expect(agreement!.scatter).toBeLessThan(0.1);
  });
});

describe('a near twin', () => {
  it('has closing lines further down, and nothing above them that grew', () => {
    const same = between({ rows: 3 }, { rows: 3 });
    const { agreement, sameTemplate } = between({ rows: 3 }, { rows: 3, lower: 90 });
    expect(agreement!.adrift).toBe(2);
    expect(agreement!.grown).toBe(0);
    expect(sameTemplate).toBeLessThan(same.sameTemplate);
  });

  it('has two labels exchanged', () => {
    const order = LABELS.map((_, i) => (i === 4 ? 6 : i === 6 ? 4 : i));
    const { agreement, sameTemplate } = between({}, { order });
    expect(agreement!.astrayLabel).toBe(2);
    expect(sameTemplate).toBeLessThan(between({}, {}).sameTemplate);
  });

  it('has two labels exchanged that run into their values', () => {
    const order = LABELS.map((_, i) => (i === 3 ? 9 : i === 9 ? 3 : i));
    const { agreement, sameTemplate } = between({ joined: true }, { joined: true, order });
    expect(agreement!.astrayOpening).toBe(2);
    expect(sameTemplate).toBeLessThan(between({ joined: true }, { joined: true }).sameTemplate);
  });

  it('has two labels exchanged of which one was misread', () => {
    const order = LABELS.map((_, i) => (i === 4 ? 6 : i === 6 ? 4 : i));
    for (const read of ['临床诊订断', '临床珍断']) {
      const labels = LABELS.map((label, i) => (i === 6 ? read : label));
      expect(between({}, { order, labels }).agreement!.astrayLabel).toBe(2);
    }
  });

  it('has its lines closer together', () => {
    const { agreement, sameTemplate } = between({}, { move: (x, y) => [x, 0.87 * y] });
    expect(Math.abs(agreement!.leading)).toBeGreaterThan(0.08);
    expect(sameTemplate).toBeLessThan(between({}, {}).sameTemplate);
  });

  it('has its issuer elsewhere, whose place was read apart from it', () => {
    const issuer = { text: '青禾市柳川县人民医院', x: 420, y: 120 };
    const part = (y: number) =>
      between({ issuer }, { issuer: { text: '柳川县人民医院', x: 552, y } }).agreement!.astray;
    expect(part(120)).toBe(0);
    expect(part(1250)).toBe(1);
  });

  it('has a title of another size', () => {
    const { agreement, sameTemplate } = between({}, { title: 62 });
    expect(agreement!.headingSize).toBeGreaterThan(0.08);
    expect(sameTemplate).toBeLessThan(between({}, {}).sameTemplate);
  });
});

describe('bands amid the page', () => {
  const alone = (amounts: readonly number[]) =>
    loneBands(
      { word: Int32Array.from(amounts, (_, i) => i >> 1) } as Anchors,
      { moved: Float64Array.from(amounts), order: Int32Array.from(amounts, (_, i) => i) },
      Uint8Array.from(amounts, () => 1),
    );

  it('are counted where a single word is in them', () => {
    expect(alone([0, 0, 0, 0, 2, 2, 0, 0])).toBe(1);
    expect(alone([0, 0, 2, 2, 2, 2, 0, 0])).toBe(0);
    expect(alone([0, 0, 0, 0, 2, 2])).toBe(0);
    expect(alone([])).toBe(0);
  });
});
