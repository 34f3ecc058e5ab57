import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { createGraph, depthwise, filters } from '../src/onnx/graph.ts';
import { readWeights } from '../src/onnx/weights.ts';

const weights = (shape: number[], values: number[]) => ({ shape, values: Float32Array.from(values) });

async function run(model: Uint8Array, input: number[], shape: number[]) {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });
  const results = await session.run({ input: new Tensor('float32', Float32Array.from(input), shape) });
  const { data, dims } = results[session.outputNames[0]!]!;
  return { dims: [...dims], values: [...(data as Float32Array)].map((value) => Number(value.toFixed(4))) };
}

describe('networks put together as ONNX', () => {
  it('convolve with filters that were stored height, width, in, out', async () => {
    const graph = createGraph([2, 2, 2]);
    // One filter of 1 × 1 over two channels: twice the first plus three times the second, plus 1.
    const output = graph.convolution(graph.input, filters(weights([1, 1, 2, 1], [2, 3])), weights([1], [1]));
    const got = await run(graph.finish(output, [1, 2, 2]), [1, 2, 3, 4, 10, 20, 30, 40], [1, 2, 2, 2]);
    expect(got).toEqual({ dims: [1, 1, 2, 2], values: [33, 65, 97, 129] });
  });

  it('pad as TensorFlow does: the odd row goes to the end', async () => {
    const graph = createGraph([1, 4, 4]);
    const ones = filters(weights([3, 3, 1, 1], Array(9).fill(1)));
    const output = graph.convolution(graph.input, ones, null, { stride: 2, padding: 'same' });
    const got = await run(graph.finish(output, [1, 2, 2]), Array(16).fill(1), [1, 1, 4, 4]);
    expect(got.values).toEqual([9, 6, 6, 4]);
  });

  it('filter each channel by itself, pool, pad, add, and end in a dense layer', async () => {
    const graph = createGraph([2, 2, 2]);
    const each = depthwise(weights([1, 1, 2, 1], [1, -1]));
    const apart = graph.convolution(graph.input, each, null, { groups: 2 });
    const leaky = graph.leaky(apart, 0.5);
    const pooled = graph.add(graph.average(leaky, 2, 2), graph.maximum(leaky, 2, 2, 'valid'));
    const wider = graph.pad(graph.relu(graph.pad(pooled, 1, 0, 0)), 0, 1, 1);
    const output = graph.dense(graph.mean(wider), weights([3, 1], [4, 8, 100]), weights([1], [7]));
    // Channel 1: mean 2.5, maximum 4; channel 2: -5 and -2, which the rectifier takes; the third is zeros.
    expect(await run(graph.finish(output, [1]), [1, 2, 3, 4, 4, 8, 12, 16], [1, 2, 2, 2])).toEqual({
      dims: [1, 1],
      values: [4 * (6.5 / 4) + 7],
    });
  });
});

describe('weights of TensorFlow.js', () => {
  const manifest = (entries: object[]) => JSON.stringify([{ paths: ['x.bin'], weights: entries }]);
  const quantised = {
    name: 'a',
    shape: [2],
    dtype: 'float32',
    quantization: { dtype: 'uint8', scale: 0.5, min: -1 },
  };

  it('are read plain and quantised', () => {
    const data = Buffer.concat([Buffer.from([0, 4]), Buffer.from(Float32Array.of(1.5).buffer)]);
    const read = readWeights(manifest([quantised, { name: 'b', shape: [], dtype: 'float32' }]), data);
    expect([...read('a').values]).toEqual([-1, 1]);
    expect([...read('b').values]).toEqual([1.5]);
    expect(() => read('c')).toThrow('no weights c');
  });

  it('must fill the file', () => {
    expect(() => readWeights(manifest([quantised]), Buffer.from([0, 4, 9]))).toThrow('3 found');
    expect(() => readWeights(manifest([quantised]), Buffer.from([0]))).toThrow();
  });
});
