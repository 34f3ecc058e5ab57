import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTemplates, fingerprint, verifyTemplate } from '../../src/template/index.ts';
import { similarity } from '../../src/template/sketch/index.ts';
import { capture, FILLS, form, LABELS, OTHER_FILLS } from './forms.ts';

const of = (options: Parameters<typeof form>[0] = {}) => fingerprint(form(options), null);

describe('two pages of one template', () => {
  it('are one template whatever is filled in', () => {
    expect(verifyTemplate(of(), of({ fills: OTHER_FILLS })).sameTemplate).toBeGreaterThan(0.9);
  });

  it('stay so under turn, scale, shift and perspective', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.05, max: 0.05, noNaN: true }),
        fc.double({ min: 0.6, max: 1.5, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -0.04, max: 0.04, noNaN: true }),
        (turn, scale, shift, lean) => {
          const move = capture(turn, scale, shift, -shift, lean);
          const size = [Math.round(1240 * scale), Math.round(1754 * scale)] as const;
          const { sameTemplate } = verifyTemplate(of(), of({ fills: OTHER_FILLS, move, size }));
          expect(sameTemplate).toBeGreaterThan(0.8);
        },
      ),
      { numRuns: 25, seed: 4 },
    );
  });

  it('stay so where the lower third is cut off', () => {
    const whole = form({ fills: OTHER_FILLS });
    const cut = { ...whole, height: 1150, lines: whole.lines.filter(({ region }) => region.y < 1100) };
    expect(verifyTemplate(of(), fingerprint(cut, null)).sameTemplate).toBeGreaterThan(0.8);
  });

  it('lie over each other to a fraction of a line', () => {
    const move = capture(0.03, 0.9, 12, -20, 0.02);
    const { agreement } = verifyTemplate(of(), of({ fills: OTHER_FILLS, move }));
    expect(agreement!.residual).toBeLessThan(0.15);
    expect(agreement!.astray).toBe(0);
  });
});

describe('pages of other templates', () => {
  it('differ where the same labels stand in another order', () => {
    const order = LABELS.map((_, i) => (i * 3) % LABELS.length);
    const { sameTemplate, agreement } = verifyTemplate(of(), of({ order }));
    expect(sameTemplate).toBeLessThan(0.1);
    expect(agreement!.astray).toBeGreaterThan(0);
  });

  it('differ where nothing is in common, and an empty page is like none', () => {
    const other = { ...form(), lines: form().lines.slice(0, 1) };
    expect(verifyTemplate(of(), fingerprint(other, null)).sameTemplate).toBeLessThan(0.5);
    const empty = fingerprint({ width: 100, height: 100, lines: [], tables: [] }, null);
    expect(compareTemplates(of(), empty)).toMatchObject({ sameTemplate: 0, samePicture: 0, alignment: null });
  });
});

describe('the compact vector', () => {
  it('does not change with digits and hardly with values', () => {
    const digits = FILLS.map((fill) => fill.replace(/\d/g, '7'));
    expect(of({ fills: digits }).sketch).toEqual(of().sketch);
    expect(similarity(of().sketch, of({ fills: OTHER_FILLS }).sketch).wording).toBeGreaterThan(0.6);
  });

  it('tells arrangements of the same words apart', () => {
    const order = LABELS.map((_, i) => (i * 3) % LABELS.length);
    const [same, moved] = [of({ fills: OTHER_FILLS }), of({ order })].map(({ sketch }) =>
      similarity(of().sketch, sketch),
    );
    expect(moved!.wording).toBeGreaterThan(0.9);
    expect(moved!.arrangement).toBeLessThan(same!.arrangement);
  });
});
