import { describe, expect, it } from 'vitest';
import { markedCells } from '../../src/index.ts';

describe('cells of the mask', () => {
  const cells = Float32Array.of(-4, 1, 2, 3, 6);
  const cut = { share: 0.5, offset: 0 };
  const marked = (probability: number, top = 4) => [
    ...markedCells(cells, cut, { top, probability, suspicious: 0.4 }).map((value) => Number(value >= 0)),
  ];

  it('are those from a share of what the highest reach on', () => {
    expect(marked(0.9)).toEqual([0, 0, 1, 1, 1]);
    expect(marked(0.9, 8)).toEqual([0, 0, 0, 0, 1]);
    expect(marked(0.9, -8)).toEqual([1, 1, 1, 1, 1]);
  });

  it('are none on a page that is called genuine, and never surer than the page', () => {
    expect(marked(0.4)).toEqual([0, 0, 1, 1, 1]);
    expect(marked(0.399)).toEqual([0, 0, 0, 0, 0]);
    expect(marked(0)).toEqual([0, 0, 0, 0, 0]);
    const sure = (probability: number) =>
      markedCells(cells, cut, { top: 4, probability, suspicious: 0.5 })[4]!;
    expect(sure(0.73)).toBeCloseTo(Math.log(0.73 / 0.27));
    expect(sure(1)).toBe(4);
  });
});
