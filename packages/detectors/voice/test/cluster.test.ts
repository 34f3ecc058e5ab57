import fc from 'fast-check';
import { expect, it } from 'vitest';
import { averageLinkage, pairPlace } from '../src/cluster/linkage.ts';
import { clusterVoices, MOST_RECORDINGS } from '../src/index.ts';
import { calibratedBackEnd, studio } from './synthetic.ts';

const backEnd = calibratedBackEnd();

/** Shares of pairs found and of found pairs that are right. */
function pairs(found: readonly number[], truth: readonly number[]) {
  let [both, inFound, inTruth] = [0, 0, 0];
  for (let i = 0; i < found.length; i++)
    for (let j = 0; j < i; j++) {
      const [f, t] = [found[i] === found[j], truth[i] === truth[j]];
      if (f && t) both++;
      if (f) inFound++;
      if (t) inTruth++;
    }
  return { precision: both / inFound, recall: both / inTruth };
}

it('puts the calls of one voice together, and nobody else with them', () => {
  const { speaker, record, random } = studio(31);
  const truth: number[] = [];
  const prints = Array.from({ length: 60 }, (_, s) => {
    const who = speaker();
    // One agent phones as many customers, most customers phone once.
    return Array.from({ length: s < 4 ? 25 : 1 + Math.floor(2 * random()) }, () => {
      truth.push(s);
      return record(who, 5 + 15 * random());
    });
  }).flat();
  const { precision, recall } = pairs(clusterVoices(backEnd, prints, 3), truth);
  expect(precision).toBeGreaterThan(0.98);
  expect(recall).toBeGreaterThan(0.95);
});

it('numbers groups from 1 in the order of their first recordings', () => {
  const { speaker, record } = studio(32);
  const [a, b] = [speaker(), speaker()];
  const prints = [a, b, a, b, b].map((who) => record(who, 20));
  expect(clusterVoices(backEnd, prints)).toEqual([1, 2, 1, 2, 2]);
  expect(clusterVoices(backEnd, [])).toEqual([]);
  expect(clusterVoices(backEnd, prints.slice(0, 1))).toEqual([1]);
});

it('merges what merging the nearest pair again and again merges', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer(),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (n, seed, cut) => {
        const { random } = studio(seed);
        const values = Float32Array.from({ length: (n * (n - 1)) / 2 }, () => random());
        const found = averageLinkage({ count: n, values: values.slice() }, cut);
        expect([...found]).toEqual(naive(n, values, cut));
      },
    ),
    { numRuns: 300 },
  );
});

function naive(n: number, values: Float32Array, cut: number): number[] {
  let groups = Array.from({ length: n }, (_, i) => [i]);
  const likeness = (a: number[], b: number[]) =>
    a.reduce((sum, i) => sum + b.reduce((s, j) => s + values[pairPlace(i, j)]!, 0), 0) /
    (a.length * b.length);
  for (;;) {
    const candidates = groups
      .flatMap((a, i) => groups.slice(0, i).map((b) => ({ a, b, likeness: likeness(a, b) })))
      .sort((x, y) => y.likeness - x.likeness);
    const [best] = candidates;
    if (!best || best.likeness < cut) break;
    groups = [...groups.filter((group) => group !== best.a && group !== best.b), [...best.a, ...best.b]];
  }
  const order = new Map<number, number>();
  return Array.from({ length: n }, (_, i) => {
    const g = groups.findIndex((group) => group.includes(i));
    order.set(g, order.get(g) ?? order.size);
    return order.get(g)!;
  });
}

it('groups fifteen hundred recordings', () => {
  const { speaker, record } = studio(33);
  const truth = Array.from({ length: 1500 }, (_, i) => i % 400);
  const voices = Array.from({ length: 400 }, speaker);
  const { precision, recall } = pairs(
    clusterVoices(
      backEnd,
      truth.map((s) => record(voices[s]!, 15)),
      5,
    ),
    truth,
  );
  expect(precision).toBeGreaterThan(0.95);
  expect(recall).toBeGreaterThan(0.9);
});

it('says so where there are more than the table has room for', () => {
  const { speaker, record } = studio(34);
  const print = record(speaker());
  expect(() => clusterVoices(backEnd, new Array(MOST_RECORDINGS + 1).fill(print))).toThrow(
    expect.objectContaining({ code: 'voice.too-many-recordings' }),
  );
});
