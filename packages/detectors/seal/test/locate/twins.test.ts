import { describe, expect, it } from 'vitest';
import { withoutTwins } from '../../src/locate/twins.ts';

const outline = (x: number, y: number, side: number, score: number) => ({
  region: { x, y, width: side, height: side },
  score,
});
const kept = (...outlines: ReturnType<typeof outline>[]) => withoutTwins(outlines, (one) => one).length;

describe('outlines of one seal', () => {
  it('are told by how much of the smaller one lies within the other, and the first is kept', () => {
    const first = outline(0, 0, 200, 0.99);
    expect(withoutTwins([first, outline(10, 5, 190, 0.97)], (one) => one)).toEqual([first]);
    // An inner ring is no seal of its own, however sure.
    expect(kept(first, outline(50, 50, 100, 0.98))).toBe(1);
    expect(kept(first, outline(150, 0, 200, 0.7))).toBe(2);
  });

  it('are two where a small one lies to one side of a large one, and surely is a seal', () => {
    expect(kept(outline(0, 0, 220, 0.99), outline(125, 10, 100, 0.97))).toBe(2);
    expect(kept(outline(0, 0, 220, 0.99), outline(125, 10, 100, 0.6))).toBe(1);
    // A character of the ring that is framed, as 国 is.
    expect(kept(outline(0, 0, 370, 0.99), outline(40, 30, 50, 0.95))).toBe(1);
  });
});
