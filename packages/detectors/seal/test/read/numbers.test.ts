import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openNumberNetwork } from '../../src/index.ts';
import { likeliestNumber, probabilityOf } from '../../src/read/numbers/decode.ts';
import * as numbers from '../../src/read/numbers/index.ts';
import { CHARACTERS, CLASSES, type NumberSteps } from '../../src/read/numbers/network.ts';
import { NUMBER_PLANES } from '../../src/read/numbers/strip.ts';
import { MODELS, openTestNumbers } from '../network.ts';

const DIGITS = '0123456789';
const codeIn = (logs: NumberSteps) => numbers.codeIn(logs)?.text ?? null;
const taxNumberIn = (logs: NumberSteps) => numbers.taxNumberIn(logs)?.text ?? null;

/** Steps by what each could be, the rest spread over all; '' is the blank. */
function stepsOf(steps: readonly Readonly<Record<string, number>>[]): NumberSteps {
  const out = new Float32Array(CLASSES * steps.length);
  for (const [t, chances] of steps.entries()) {
    const left = 1 - Object.values(chances).reduce((sum, chance) => sum + chance, 0);
    for (let label = 0; label < CLASSES; label++) {
      const chance = chances[label === 0 ? '' : CHARACTERS[label - 1]!] ?? 0;
      out[t * CLASSES + label] = Math.log(Math.max(1e-30, chance + left / CLASSES));
    }
  }
  return out;
}

/** A text told surely, two steps a character and a blank between. */
const told = (text: string, doubts: Readonly<Record<number, Readonly<Record<string, number>>>> = {}) =>
  stepsOf([...text].flatMap((letter, i) => [doubts[i] ?? { [letter]: 0.99 }, { '': 0.99 }]));

/** What a path of CTC says. */
const saidBy = (path: readonly number[]): string =>
  path
    .filter((label, t) => label !== 0 && label !== path[t - 1])
    .map((label) => CHARACTERS[label - 1])
    .join('');

describe('the likeliest number', () => {
  it('has the length that is asked for', () => {
    const logs = told('410102', { 3: { '': 0.6, 1: 0.3 } });
    expect(likeliestNumber(logs, 6, () => DIGITS)!.text).toBe('410102');
    expect(likeliestNumber(logs, 5, () => DIGITS)!.text).toBe('41002');
    expect(likeliestNumber(told('4'), 3, () => DIGITS)).toBeNull();
  });

  it('has at each place what may stand there', () => {
    const logs = told('9B1', { 1: { B: 0.7, 8: 0.2 } });
    expect(likeliestNumber(logs, 3, () => CHARACTERS)).toMatchObject({ text: '9B1' });
    const read = likeliestNumber(logs, 3, (place) => (place === 1 ? DIGITS : CHARACTERS))!;
    expect(read.text).toBe('981');
    expect(read.probability).toBeGreaterThan(0.15);
    expect(read.probability).toBeLessThan(0.25);
    expect(likeliestNumber(logs, 3, () => CHARACTERS)!.alternatives[1]![0]).toBe('8');
  });

  it('is as probable as all paths together that say it, and no path of its length is more so', () => {
    // Three steps, blank and two digits: every path can be counted.
    const chance = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(fc.array(fc.tuple(chance, chance, chance), { minLength: 3, maxLength: 4 }), (rows) => {
        const steps = rows.map(([blank, zero, one]) => {
          const sum = blank + zero + one;
          return { '': blank / sum, 0: zero / sum, 1: one / sum };
        });
        const logs = stepsOf(steps);
        const sums = new Map<string, number>();
        const best = new Map<number, { chance: number; text: string }>();
        for (let n = 0; n < 3 ** rows.length; n++) {
          const path = rows.map((_, t) => Math.floor(n / 3 ** t) % 3);
          const product = path.reduce((p, label, t) => p * steps[t]![(['', 0, 1] as const)[label]!], 1);
          const text = saidBy(path);
          sums.set(text, (sums.get(text) ?? 0) + product);
          if (product > (best.get(text.length)?.chance ?? 0))
            best.set(text.length, { chance: product, text });
        }
        for (const [text, sum] of sums) expect(probabilityOf(logs, text)).toBeCloseTo(sum, 4);
        for (const [length, { chance: most }] of best) {
          if (length === 0) continue;
          const read = likeliestNumber(logs, length, () => '01')!;
          expect(read.probability).toBeGreaterThanOrEqual(most * (1 - 1e-4));
          expect(read.text).toHaveLength(length);
        }
      }),
    );
  });
});

describe('numbers of seals', () => {
  it('have 13 digits in a code, told surely enough', () => {
    expect(codeIn(told('4101020012345'))).toBe('4101020012345');
    expect(codeIn(told('410102001234'))).toBeNull();
    expect(codeIn(told('4101020012345', { 3: { '': 0.97, 1: 0.02 } }))).toBeNull();
    expect(codeIn(told('4101020012345', { 3: { 1: 0.5, 7: 0.4 } }))).toBe('4101020012345');
  });

  it('are doubted more where a code begins with no province', () => {
    const doubts = { 8: { 1: 0.24, '': 0.74 } };
    expect(codeIn(told('4101020012345', doubts))).toBe('4101020012345');
    expect(codeIn(told('9101020012345', doubts))).toBeNull();
  });

  it('hold in a credit code, GB 32100', () => {
    expect(numbers.creditCodeHolds('91350100M000100Y43')).toBe(true);
    expect(numbers.creditCodeHolds('91350100M000100Y44')).toBe(false);
    expect(taxNumberIn(told('91350100M000100Y43'))).toBe('91350100M000100Y43');
  });

  it('may be of older forms, and are none where too little is told', () => {
    expect(taxNumberIn(told('350100123456789'))).toBe('350100123456789');
    expect(taxNumberIn(told('35010'))).toBeNull();
    expect(taxNumberIn(stepsOf(Array.from({ length: 60 }, () => ({}))))).toBeNull();
  });

  it('are exchanged for what else could stand there only where the check then holds', () => {
    const right = '91350100M000100Y43';
    expect(taxNumberIn(told('91850100M000100Y43', { 2: { 8: 0.6, 3: 0.3 } }))).toBe(right);
    // Told surely, it stays.
    expect(taxNumberIn(told('91850100M000100Y43'))).toBe('91850100M000100Y43');
  });
});

describe('the network of numbers', () => {
  const HEIGHT = 48;
  const WIDTH = 160;
  const EVERY = 8;

  /** The strip that training/seal/numbers/export.py makes in the same way. */
  function madeUp(): Float32Array {
    const planes = new Float32Array(NUMBER_PLANES * HEIGHT * WIDTH);
    for (let plane = 0, i = 0; plane < NUMBER_PLANES; plane++)
      for (let row = 0; row < HEIGHT; row++)
        for (let column = 0; column < WIDTH; column++, i++)
          planes[i] = row > 8 && row < 40 && (column * 5 + row * (2 + plane)) % 31 < 9 ? -0.5 : 0.875;
    return planes;
  }

  it('computes what training computed, and of narrower strips as many steps as they have', async () => {
    const golden: number[][] = JSON.parse(readFileSync(new URL('numbers.golden.json', MODELS), 'utf8'));
    const network = await openTestNumbers();
    const narrow = { width: 30, planes: new Float32Array(NUMBER_PLANES * HEIGHT * 30).fill(1) };
    const [logs, few] = await network([{ width: WIDTH, planes: madeUp() }, narrow]);
    for (const [k, step] of golden.entries())
      for (const [label, value] of step.entries())
        expect(Math.abs(logs![EVERY * k * CLASSES + label]! - value)).toBeLessThan(
          1e-3 * Math.max(1, Math.abs(value)),
        );
    expect(few).toHaveLength(8 * CLASSES);
    expect(await network([])).toEqual([]);
  });

  it('tells a file that is none', async () => {
    const file = new URL(import.meta.url).pathname;
    await expect(openNumberNetwork(file)).rejects.toMatchObject({ code: 'seal.network-unreadable' });
  });
});
