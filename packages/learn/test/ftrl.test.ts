import { expect, test } from 'vitest';
import { fitFtrl, type SparseRows, scoreRow, seeded } from '../src/index.ts';

const OPTIONS = { bits: 4, alpha: 0.3, beta: 1, l1: 0.5, l2: 0, epochs: 5, seed: 1 };

/** Slot 1 tells the label nine times in ten, slots 4 to 15 are noise. */
function rows(count: number, seed: number): SparseRows {
  const random = seeded(seed);
  const labels = Uint8Array.from({ length: count }, () => (random() < 0.5 ? 1 : 0));
  const slots = Array.from(labels, (label) => [
    random() < 0.9 ? label : 1 - label,
    4 + Math.floor(12 * random()),
  ]);
  return {
    starts: Uint32Array.from({ length: count + 1 }, (_, r) => 2 * r),
    slots: Uint32Array.from(slots.flat()),
    values: new Float32Array(2 * count).fill(1),
    labels,
    weights: new Float32Array(count).fill(1),
  };
}

const all = (count: number) => Uint32Array.from(Array(count).keys());

test('what tells the labels gets the weight, and the same seed the same model', () => {
  const train = rows(2000, 1);
  const model = fitFtrl(train, all(2000), OPTIONS);
  expect(fitFtrl(train, all(2000), OPTIONS).weights).toEqual(model.weights);
  expect(model.weights[1]! - model.weights[0]!).toBeGreaterThan(3);
  for (let slot = 4; slot < 16; slot++) expect(Math.abs(model.weights[slot]!)).toBeLessThan(1);
  const held = rows(500, 2);
  const right = held.labels.filter((label, r) => scoreRow(model, held, r) > 0 === (label === 1));
  expect(right.length / 500).toBeGreaterThan(0.85);
});

test('L1 keeps slots that say nothing at exactly 0, and held-out loss ends the epochs', () => {
  const train = rows(300, 3);
  expect(fitFtrl(train, all(300), { ...OPTIONS, l1: 1000 }).weights.every((weight) => weight === 0)).toBe(
    true,
  );
  const model = fitFtrl(train, all(300), { ...OPTIONS, l1: 0, alpha: 3, epochs: 50 }, rows(300, 4));
  expect(model.epochs).toBeLessThan(50);
});
