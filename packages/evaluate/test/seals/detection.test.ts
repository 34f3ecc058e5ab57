import { describe, expect, it } from 'vitest';
import { detectionTable, matchSeals } from '../../src/seals/index.ts';

const box = (x: number, y: number, size = 100) => ({ x, y, width: size, height: size });

describe('found seals against true ones', () => {
  it('count once each, the better pair first', () => {
    const outcome = matchSeals(
      { file: 'a', part: 'pages' },
      [
        { box: box(0, 0), conditions: ['plain'] },
        { box: box(300, 0), conditions: ['faint'] },
      ],
      [box(10, 0), box(2, 0), box(600, 600)],
    );
    expect(outcome.seals[0]!.overlap).toBeCloseTo(98 / 102, 3);
    expect(outcome.seals[1]!.overlap).toBe(0);
    expect(outcome.falseSeals).toEqual([box(10, 0), box(600, 600)]);
  });

  it('are found from an overlap of one half', () => {
    const seals = [{ box: box(0, 0), conditions: [] }];
    const at = (x: number) => matchSeals({ file: 'a', part: 'p' }, seals, [box(x, 0)]).falseSeals.length;
    expect(at(33)).toBe(0);
    expect(at(34)).toBe(1);
  });

  it('make a row for the part and one for each condition, with intervals', () => {
    const found = matchSeals(
      { file: 'a', part: 'p' },
      [{ box: box(0, 0), conditions: ['plain'] }],
      [box(0, 0)],
    );
    const missed = matchSeals(
      { file: 'b', part: 'p' },
      [{ box: box(0, 0), conditions: ['faint'] }],
      [box(500, 0)],
    );
    const [whole, ...conditions] = detectionTable([found, missed]);
    expect(whole).toMatchObject({
      part: 'p',
      pages: 2,
      seals: 2,
      recall: 0.5,
      precision: 0.5,
      falseSeals: 1,
    });
    expect(conditions.map(({ part, recall }) => [part, recall])).toEqual([
      ['p: faint', 0],
      ['p: plain', 1],
    ]);
    expect(whole!.recallInterval.low).toBeGreaterThan(0.05);
  });
});
