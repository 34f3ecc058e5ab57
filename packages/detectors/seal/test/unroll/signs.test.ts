import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, PLACES, type RingSigns, titleOf, uprightOf } from '../../src/unroll/signs.ts';
import { away } from '../../src/unroll/upright.ts';

const NO_STAR = { score: 0, turn: 0, radius: 0, core: 0, disc: 0 };
const PLANE = { length: 2 * Math.PI } as Parameters<typeof codeOf>[1];

/** Signs of a ring with its top and the halves of its title and code, in turns. */
function signsOf({ up, title, code }: { up: number; title: number; code: number }): RingSigns {
  const at = (middle: number, half: number) =>
    Float32Array.from({ length: PLACES }, (_, k) => (away((k + 0.5) / PLACES, middle) < half ? 4 : -4));
  return {
    title: at(up, title),
    code: at(up + 0.5, code),
    up: Float32Array.from({ length: PLACES }, (_, k) => -800 * away((k + 0.5) / PLACES, up) ** 2),
    edge: new Float32Array(PLACES),
    band: { top: 0.11, bottom: 0.37 },
    digits: { outer: 0.1, inner: 0.2 },
  };
}

describe('signs of a ring', () => {
  it('give the top, the title and the code wherever the ring is turned to', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0.15, max: 0.38, noNaN: true }),
        (up, half) => {
          const signs = signsOf({ up, title: half, code: 0.1 });
          const upright = uprightOf(signs, 'circle', NO_STAR);
          expect(away(upright.turn, up)).toBeLessThan(0.01);
          const { from, to } = titleOf(signs, upright.turn);
          expect(Math.abs((to - from) / 2 - half)).toBeLessThan(0.008);
          expect(away((from + to) / 2, up)).toBeLessThan(0.012);
          const code = codeOf(signs, PLANE, upright.turn)!;
          // Read against the clock, with room beyond the outermost digits and beside them.
          expect(code.from - code.to).toBeGreaterThan(0.2);
          expect(code.from - code.to).toBeLessThan(0.25);
          expect(code.top).toBeGreaterThan(0.2);
          expect(code.bottom).toBeLessThan(0.1);
        },
      ),
    );
  });

  it('leave an ellipse on its long side, and hold a top to a star', () => {
    const signs = signsOf({ up: 0.04, title: 0.3, code: 0 });
    expect(uprightOf(signs, 'ellipse', NO_STAR)).toMatchObject({ turn: 0, next: 0.5 });
    const star = { ...NO_STAR, score: 0.6, core: 0.9, turn: 0.03 };
    expect(uprightOf(signs, 'circle', star).turn).toBeCloseTo(0.03, 6);
  });

  it('say where nothing stands: no code, and a title all around', () => {
    const signs = { ...signsOf({ up: 0.3, title: 0, code: 0 }) };
    expect(codeOf(signs, PLANE, 0.3)).toBeNull();
    expect(titleOf(signs, 0.3)).toEqual({ from: -0.2, to: 0.8 });
  });
});
