import { describe, expect, it } from 'vitest';
import { boost, seeded } from '../src/index.ts';

const options = { rounds: 60, depth: 3, rate: 0.2, lambda: 1, minWeight: 1, columns: 1, rows: 1, seed: 1 };

function predict(model: ReturnType<typeof boost>, row: readonly number[]): number {
  return model.trees.reduce((score, tree) => {
    let node = 0;
    while (tree.feature[node]! >= 0) {
      node =
        Math.fround(row[tree.feature[node]!]!) <= tree.threshold[node]!
          ? tree.left[node]!
          : tree.right[node]!;
    }
    return score + tree.value[node]!;
  }, model.bias);
}

function xor(rows: number, seed: number) {
  const random = seeded(seed);
  const matrix = new Float32Array(rows * 3).map(() => random() * 2 - 1);
  const labels = Uint8Array.from({ length: rows }, (_, i) =>
    matrix[i * 3]! > 0 !== matrix[i * 3 + 1]! > 0 ? 1 : 0,
  );
  return { matrix, labels };
}

describe('boost', () => {
  it('learns an interaction that no single input shows', () => {
    const model = boost(xor(2000, 1), options);
    const test = xor(500, 2);
    let right = 0;
    for (let i = 0; i < 500; i++) {
      const score = predict(model, [...test.matrix.subarray(i * 3, i * 3 + 3)]);
      if (score > 0 === (test.labels[i] === 1)) right++;
    }
    expect(right).toBeGreaterThan(480);
  });

  it('gives the same trees for the same seed and others for another', () => {
    const data = xor(300, 3);
    const some = { ...options, rounds: 5, rows: 0.5 };
    expect(boost(data, some)).toEqual(boost(data, some));
    expect(boost(data, some)).not.toEqual(boost(data, { ...some, seed: 2 }));
  });

  it('never lets a score fall along an input that is held monotone', () => {
    const random = seeded(5);
    const rows = 800;
    const matrix = new Float32Array(rows * 2).map(() => random());
    // Truth falls with input 0 in the middle; the constraint forbids learning that.
    const labels = Uint8Array.from({ length: rows }, (_, i) => {
      const x = matrix[i * 2]!;
      return random() < (x < 0.4 ? 0.2 : x < 0.6 ? 0.05 : 0.9) ? 1 : 0;
    });
    const model = boost({ matrix, labels }, { ...options, monotone: [1, 0] });
    for (let y = 0.05; y < 1; y += 0.1) {
      let last = Number.NEGATIVE_INFINITY;
      for (let x = 0; x <= 1; x += 0.01) {
        const score = predict(model, [x, y]);
        expect(score).toBeGreaterThanOrEqual(last - 1e-9);
        last = score;
      }
    }
  });

  it('stops at the best round on held-out rows', () => {
    const noise = (seed: number) => {
      const random = seeded(seed);
      return {
        matrix: new Float32Array(200 * 4).map(() => random()),
        labels: new Uint8Array(200).map(() => (random() < 0.5 ? 1 : 0)),
      };
    };
    const model = boost(noise(1), { ...options, patience: 5 }, noise(2));
    expect(model.trees.length).toBeLessThan(20);
    expect(model.validationLoss.length).toBeGreaterThanOrEqual(model.trees.length);
  });
});
