import { describe, expect, it } from 'vitest';
import {
  judgeOrigin,
  type LocatedSeal,
  layerProbability,
  type OriginModel,
  type OriginNetwork,
  type OriginPlanes,
  PLANES,
  pageSeal,
} from '../../src/index.ts';
import { originModel } from '../../src/origin/model.ts';
import { originReasons } from '../../src/origin/reasons.ts';
import { drawPatch } from '../drawing.ts';

/** A page of warm paper with the made-up seal laid on it in flat red. */
function page(strength = 0.9) {
  const [width, height, side] = [420, 420, 256];
  const { ink } = drawPatch({ name: 1 }, {}, side);
  const rgb = new Uint8Array(3 * width * height);
  for (let i = 0; i < width * height; i++) rgb.set([246, 244, 238], 3 * i);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = 3 * ((y + 80) * width + x + 80);
      const cover = strength * ink[y * side + x]!;
      for (const [c, value] of [220, 30, 40].entries())
        rgb[at + c] = Math.round(rgb[at + c]! * (1 - cover) + value * cover);
    }
  return { width, height, rgb, track: 'jpeg' as const };
}
const seal: LocatedSeal = {
  region: { x: 80, y: 80, width: 256, height: 256 },
  ellipse: { cx: 208, cy: 208, rx: 128, ry: 128, angle: 0 },
  shape: 'circle',
  colour: 'red',
  score: 1,
};
const seen = new Uint8Array(64 * 64).fill(1);
/** A model of one tree: flat ink is a layer. */
const byEvenness: OriginModel = {
  version: 'test',
  trees: {
    features: ['spread'],
    bias: 0,
    trees: [
      {
        feature: [0, -1, -1],
        threshold: [0.1, 0, 0],
        left: [1, -1, -1],
        right: [2, -1, -1],
        value: [0, 3, -3],
      },
    ],
  },
  weights: { trees: 1, network: 1, offset: 0 },
  ink: 0.3,
  pasted: 0.7,
};

/** A network that always says the same, and what it was asked. */
function says(logOdds: number) {
  const asked: OriginPlanes[] = [];
  const network: OriginNetwork = async (planes) => {
    asked.push(planes);
    return logOdds;
  };
  return { asked, network };
}
const { network: silent } = says(0);

describe('ink or layer', () => {
  it('measures a flat layer as flat, and calls it pasted, or esign on a page drawn from a file', async () => {
    const judged = await judgeOrigin(pageSeal(page(), seal), 'jpeg', { seen }, silent, byEvenness);
    expect(judged.statistics.spread).toBeLessThan(0.05);
    expect(judged.origin).toBe('pasted');
    expect(judged.reasons.map(({ code }) => code)).toContain('seal.origin-even');
    const drawn = await judgeOrigin(pageSeal(page(), seal), 'render', { seen }, silent, byEvenness);
    expect(drawn.origin).toBe('esign');
  });

  it('weighs what the network says of the pixels', async () => {
    const { asked, network } = says(-8);
    const judged = await judgeOrigin(pageSeal(page(), seal), 'jpeg', { seen }, network, byEvenness);
    expect(judged.origin).toBe('ink');
    expect(judged.forgeryProbability).toBeCloseTo(1 / (1 + Math.exp(5)), 6);
    const [{ width, height, values }] = asked as [OriginPlanes];
    expect(values).toHaveLength(PLANES.length * width * height);
    const plane = (name: (typeof PLANES)[number]) => {
      const from = PLANES.indexOf(name) * width * height;
      return values.subarray(from, from + width * height);
    };
    // Flat ink on clean paper: no print, no rest within strokes, and the rim at radius 1.
    expect(Math.max(...plane('ink'))).toBe(1);
    expect(plane('print').filter((value) => value > 0.1)).toHaveLength(0);
    const farthest = plane('radius').filter((_, i) => plane('ink')[i]! > 0.5);
    expect(Math.max(...farthest)).toBeCloseTo(1, 1);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it('does not know of seals that are small, faint or hardly seen, and asks no network', async () => {
    const { asked, network } = says(9);
    const small = { ...seal, ellipse: { ...seal.ellipse, rx: 18, ry: 18 } };
    expect((await judgeOrigin(pageSeal(page(), small), 'jpeg', { seen }, network, byEvenness)).origin).toBe(
      'unknown',
    );
    expect(
      await judgeOrigin(pageSeal(page(0.02), seal), 'jpeg', { seen }, network, byEvenness),
    ).toMatchObject({
      origin: 'unknown',
      forgeryProbability: 0.5,
    });
    const hidden = { seen: Uint8Array.from(seen, (_, i) => (i % 8 ? 0 : 1)) };
    const { reasons } = await judgeOrigin(pageSeal(page(), seal), 'jpeg', hidden, network, byEvenness);
    expect(reasons[0]!.code).toBe('seal.origin-unsure');
    expect(asked).toHaveLength(0);
  });

  it('rises with the word of trees and of the network, and the limits lie on either side of even odds', () => {
    let last = 0;
    for (let score = -8; score <= 8; score += 0.25) {
      const probability = layerProbability(originModel, score, score);
      expect(probability).toBeGreaterThanOrEqual(last);
      last = probability;
    }
    expect(originModel.weights.trees).toBeGreaterThan(0);
    expect(originModel.weights.network).toBeGreaterThan(0);
    expect(originModel.ink).toBeLessThanOrEqual(0.5);
    expect(originModel.pasted).toBeGreaterThanOrEqual(0.5);
  });

  it('gives a reason only for what was measured, and says where no measure speaks by itself', () => {
    const codes = (statistics: Record<string, number>) =>
      originReasons('layer', statistics).map(({ code }) => code);
    const silent = { spread: 0.15, missing: 0.1, crossings: 0, printThrough: 0 };
    expect(codes(silent)).toEqual(['seal.origin-layer-whole']);
    expect(originReasons('ink', silent).map(({ code }) => code)).toEqual(['seal.origin-ink-whole']);
    expect(codes({ spread: 0.3, missing: 0.1, crossings: 4, printThrough: 0.05 })).toEqual([
      'seal.origin-hides-print',
    ]);
  });
});
