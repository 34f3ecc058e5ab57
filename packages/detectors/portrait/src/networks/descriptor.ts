/**
 * Face descriptor of dlib (D. E. King 2017), as face-api stores it: a residual network of 29 layers (K. He et al., "Deep Residual
 * Learning for Image Recognition", 2016, with half the filters) whose 128 numbers lie near each other for pictures of one person.
 */
import { createGraph, filters, type Graph, type Value, type Weights } from '../onnx/graph.ts';
import type { WeightMap } from '../onnx/weights.ts';
import type { Bytes } from '../onnx/wire.ts';

export const DESCRIPTOR_EDGE = 150;
export const DESCRIPTOR_LENGTH = 128;

/** A convolution with the scale that follows it: (w·x + b)·s + t = (s·w)·x + (s·b + t). */
function scaled(weights: WeightMap, name: string): { readonly kernel: Weights; readonly bias: Weights } {
  const { shape, values } = filters(weights(`${name}/conv/filters`));
  const [by, to] = [weights(`${name}/scale/weights`).values, weights(`${name}/scale/biases`).values];
  const each = values.length / shape[0]!;
  const kernel = { shape, values: values.map((value, i) => value * by[Math.floor(i / each)]!) };
  const { shape: size, values: bias } = weights(`${name}/conv/bias`);
  return { kernel, bias: { shape: size, values: bias.map((value, i) => value * by[i]! + to[i]!) } };
}

function convolution(graph: Graph, weights: WeightMap, x: Value, name: string, down = false): Value {
  const { kernel, bias } = scaled(weights, name);
  return graph.convolution(x, kernel, bias, down ? { stride: 2 } : { padding: 'same' });
}

function residual(graph: Graph, weights: WeightMap, x: Value, name: string): Value {
  const inner = graph.relu(convolution(graph, weights, x, `${name}/conv1`));
  return graph.relu(graph.add(convolution(graph, weights, inner, `${name}/conv2`), x));
}

/** @param more channels that are new, @param lost rows and columns that the convolution loses against the pooling */
function residualDown(
  graph: Graph,
  weights: WeightMap,
  x: Value,
  name: string,
  more: number,
  lost: 0 | 1,
): Value {
  const inner = graph.relu(convolution(graph, weights, x, `${name}/conv1`, true));
  const own = convolution(graph, weights, inner, `${name}/conv2`);
  const pooled = graph.average(x, 2, 2);
  return graph.relu(
    graph.add(lost ? graph.pad(own, 0, lost, lost) : own, more ? graph.pad(pooled, more, 0, 0) : pooled),
  );
}

/** [1, 3, 150, 150] → [1, 128]. */
export function descriptorModel(weights: WeightMap): Bytes {
  const graph = createGraph([3, DESCRIPTOR_EDGE, DESCRIPTOR_EDGE]);
  const opening = graph.relu(convolution(graph, weights, graph.input, 'conv32_down', true));
  let x = graph.maximum(opening, 3, 2, 'valid');
  const same = (...names: readonly string[]) => {
    for (const name of names) x = residual(graph, weights, x, name);
  };
  const down = (name: string, more: number, lost: 0 | 1) => {
    x = residualDown(graph, weights, x, name, more, lost);
  };
  same('conv32_1', 'conv32_2', 'conv32_3');
  down('conv64_down', 32, 0);
  same('conv64_1', 'conv64_2', 'conv64_3');
  down('conv128_down', 64, 0);
  same('conv128_1', 'conv128_2');
  down('conv256_down', 128, 1);
  same('conv256_1', 'conv256_2');
  down('conv256_down_out', 0, 1);
  return graph.finish(graph.dense(graph.mean(x), weights('fc'), null), [DESCRIPTOR_LENGTH]);
}
