import { describe, expect, it } from 'vitest';
import { judgeOrigin, type LocatedSeal, layerProbability, type OriginModel } from '../../src/index.ts';
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
  calibration: { low: 1, high: 1, offset: 0 },
  ink: 0.3,
  pasted: 0.7,
};

describe('ink or layer', () => {
  it('measures a flat layer as flat, and calls it pasted, or esign on a page drawn from a file', () => {
    const judged = judgeOrigin(page(), seal, { seen }, byEvenness);
    expect(judged.statistics.spread).toBeLessThan(0.05);
    expect(judged.origin).toBe('pasted');
    expect(judged.reasons.map(({ code }) => code)).toContain('seal.origin-even');
    expect(judgeOrigin({ ...page(), track: 'render' }, seal, { seen }, byEvenness).origin).toBe('esign');
  });

  it('does not know of seals that are small, faint or hardly seen', () => {
    const small = { ...seal, ellipse: { ...seal.ellipse, rx: 30, ry: 30 } };
    expect(judgeOrigin(page(), small, { seen }, byEvenness).origin).toBe('unknown');
    expect(judgeOrigin(page(0.02), seal, { seen }, byEvenness)).toMatchObject({
      origin: 'unknown',
      forgeryProbability: 0.5,
    });
    const hidden = { seen: Uint8Array.from(seen, (_, i) => (i % 2 ? 1 : 0)) };
    expect(judgeOrigin(page(), seal, hidden, byEvenness).reasons[0]!.code).toBe('seal.origin-unsure');
  });

  it('is calibrated monotonously, and the limits lie on either side of even odds', () => {
    let last = 0;
    for (let bias = -8; bias <= 8; bias += 0.25) {
      const model = { trees: { features: [], bias, trees: [] }, calibration: originModel.calibration };
      const probability = layerProbability(model, {});
      expect(probability).toBeGreaterThanOrEqual(last);
      last = probability;
    }
    expect(originModel.ink).toBeLessThanOrEqual(0.5);
    expect(originModel.pasted).toBeGreaterThanOrEqual(0.5);
  });

  it('gives a reason only for what was measured', () => {
    const codes = (statistics: Record<string, number>) =>
      originReasons('layer', statistics).map(({ code }) => code);
    expect(codes({ spread: 0.3, missing: 0.1, crossings: 0, printThrough: 0 })).toEqual([]);
    expect(codes({ spread: 0.3, missing: 0.1, crossings: 4, printThrough: 0.05 })).toEqual([
      'seal.origin-hides-print',
    ]);
  });
});
