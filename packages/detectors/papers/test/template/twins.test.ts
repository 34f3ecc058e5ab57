import { describe, expect, it } from 'vitest';
import { fingerprint, verifyTemplate } from '../../src/template/index.ts';
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

  it('has a title of another size', () => {
    const { agreement, sameTemplate } = between({}, { title: 62 });
    expect(agreement!.headingSize).toBeGreaterThan(0.08);
    expect(sameTemplate).toBeLessThan(between({}, {}).sameTemplate);
  });
});
