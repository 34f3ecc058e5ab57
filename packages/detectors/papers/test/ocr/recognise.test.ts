import { describe, expect, it } from 'vitest';
import { bestPath } from '../../src/ocr/recognise/ctc.ts';
import { inkOf } from '../../src/ocr/recognise/ink.ts';
import { characterSpans } from '../../src/ocr/recognise/spans.ts';
import { withWordSpaces } from '../../src/ocr/recognise/words.ts';

const DICTIONARY = ['', '元', '一', '二', ' '];

/** Steps as [class, probability]; what is left goes to the class after it. */
function stepsOf(steps: readonly (readonly [number, number])[]): Float32Array {
  const out = new Float32Array(steps.length * DICTIONARY.length);
  for (const [i, [best, probability]] of steps.entries()) {
    out[i * DICTIONARY.length + best] = probability;
    out[i * DICTIONARY.length + ((best + 1) % DICTIONARY.length)] += 1 - probability;
  }
  return out;
}

describe('best path', () => {
  it('joins repeats, keeps what a blank parts, and leaves blanks out', () => {
    const path = stepsOf([
      [0, 1],
      [2, 0.7],
      [2, 0.99],
      [0, 1],
      [2, 0.8],
      [3, 0.9],
      [0, 1],
      [0, 1],
    ]);
    const found = bestPath(path, 8, DICTIONARY);
    expect(found.map(({ text }) => text).join('')).toBe('一一二');
    expect(found.map(({ confidence }) => Number(confidence.toFixed(2)))).toEqual([0.99, 0.8, 0.9]);
    expect(found[0].at).toBeCloseTo((0.7 * 1.5 + 0.99 * 2.5) / 1.69 / 8);
    expect(found[1].at).toBeCloseTo(4.5 / 8);
  });

  it('tells what else a doubtful character may be', () => {
    const [sure, doubtful] = bestPath(
      stepsOf([
        [2, 0.99],
        [0, 1],
        [2, 0.7],
      ]),
      3,
      DICTIONARY,
    );
    expect(sure.alternatives).toEqual([]);
    expect(doubtful.alternatives.map(({ text }) => text)).toEqual(['二']);
    expect(doubtful.alternatives[0].confidence).toBeCloseTo(0.3);
  });
});

describe('spaces', () => {
  /** Characters [text, left, right] on an em of 40 columns. */
  const spaced = (characters: readonly (readonly [string, number, number])[]) =>
    withWordSpaces(
      characters.map(([text, left, right]) => ({
        text,
        confidence: 0.9,
        alternatives: [],
        span: { left, right },
      })),
      { columns: new Float32Array(600), top: 10, bottom: 39.6 },
    )
      .map(({ text }) => text)
      .join('');

  it('part Latin words and a date from its time', () => {
    expect(
      spaced([
        ['T', 0, 22],
        ['A', 24, 48],
        ['X', 50, 74],
        ['N', 88, 112],
        ['O', 116, 142],
      ]),
    ).toBe('TAX NO');
    expect(
      spaced([
        ['2', 0, 18],
        ['3', 22, 40],
        ['1', 60, 70],
        ['9', 78, 96],
      ]),
    ).toBe('23 19');
  });

  it('are found in a squeezed strip as in a full one', () => {
    const placed = [...'TAXNO'].map((text, i) => {
      const left = 0.6 * (26 * i + (i > 2 ? 12 : 0));
      return { text, confidence: 0.9, alternatives: [], span: { left, right: left + 0.6 * 23 } };
    });
    const ink = { columns: new Float32Array(600), top: 10, bottom: 39.6 };
    const read = withWordSpaces(placed, ink, 0.6).map(({ text }) => text);
    expect(read.join('')).toBe('TAX NO');
  });

  it('leave figures whole, also narrow ones and after a decimal point', () => {
    expect(
      spaced([
        ['1', 4, 14],
        ['1', 26, 36],
        ['.', 45, 49],
        ['0', 58, 76],
        ['0', 80, 98],
      ]),
    ).toBe('11.00');
  });

  it('go by the usual distance where a line is set wide', () => {
    const wide = [...'TOTAL'].map((text, i) => [text, 44 * i, 44 * i + 24] as const);
    expect(spaced(wide)).toBe('TOTAL');
  });
});

describe('places of characters', () => {
  /** A strip of 48 rows with dark bars, rows 10 to 37. */
  function barred(width: number, bars: readonly (readonly [number, number])[]) {
    const rgb = new Uint8Array(3 * 48 * width).fill(250);
    for (const [left, right] of bars) {
      for (let y = 10; y < 38; y++) rgb.fill(20, 3 * (y * width + left), 3 * (y * width + right));
    }
    return { width, height: 48, rgb };
  }

  it('are the ink between the gaps, though the network saw them a little off', () => {
    const ink = inkOf(
      barred(160, [
        [12, 36],
        [42, 66],
        [72, 82],
        [86, 96],
      ]),
    );
    expect([ink.top, ink.bottom]).toEqual([10, 38]);
    const spans = characterSpans(ink, [21, 58, 75, 92], [1, 1, 0.55, 0.55]);
    expect(spans).toEqual([
      { left: 12, right: 36 },
      { left: 42, right: 66 },
      { left: 72, right: 82 },
      { left: 86, right: 96 },
    ]);
  });

  it('lie in order and apart where characters touch', () => {
    const ink = inkOf(barred(120, [[10, 100]]));
    const spans = characterSpans(ink, [20, 45, 70, 92], [1, 1, 1, 1]);
    for (const [i, { left, right }] of spans.entries()) {
      expect(right).toBeGreaterThan(left);
      if (i > 0) expect(left).toBeGreaterThanOrEqual(spans[i - 1].right);
    }
  });
});
