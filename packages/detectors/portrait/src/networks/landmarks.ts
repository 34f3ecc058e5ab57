/**
 * 68 landmarks of face-api (V. Mühler 2018): blocks of depthwise separable convolutions that are added up like those of DenseNet
 * (G. Huang et al., "Densely Connected Convolutional Networks", 2017).
 */
import { createGraph, depthwise, filters, type Graph, type Value } from '../onnx/graph.ts';
import type { WeightMap } from '../onnx/weights.ts';
import type { Bytes } from '../onnx/wire.ts';

export const LANDMARK_EDGE = 112;
/** The mean that this network and the descriptor's take off. */
export const FACE_MEAN = [122.782, 117.001, 104.298] as const;

function separable(graph: Graph, weights: WeightMap, x: Value, name: string, stride: number): Value {
  const depth = depthwise(weights(`${name}/depthwise_filter`));
  const apart = graph.convolution(x, depth, null, { stride, padding: 'same', groups: depth.shape[0]! });
  return graph.convolution(apart, filters(weights(`${name}/pointwise_filter`)), weights(`${name}/bias`));
}

function block(graph: Graph, weights: WeightMap, x: Value, name: string, first: boolean): Value {
  const opening = first
    ? graph.convolution(x, filters(weights(`${name}/conv0/filters`)), weights(`${name}/conv0/bias`), {
        stride: 2,
        padding: 'same',
      })
    : separable(graph, weights, x, `${name}/conv0`, 2);
  let sum = graph.relu(opening);
  let last = sum;
  for (const layer of [1, 2, 3]) {
    const next = separable(graph, weights, last, `${name}/conv${layer}`, 1);
    sum = graph.add(sum, next);
    last = graph.relu(sum);
  }
  return last;
}

/** [1, 3, 112, 112] → [1, 136]: x and y in turn, in shares of the input. */
export function landmarkModel(weights: WeightMap): Bytes {
  const graph = createGraph([3, LANDMARK_EDGE, LANDMARK_EDGE]);
  let x: Value = graph.input;
  for (const [i, name] of ['dense0', 'dense1', 'dense2', 'dense3'].entries())
    x = block(graph, weights, x, name, i === 0);
  const pooled = graph.average(x, 7, 2);
  return graph.finish(graph.dense(pooled, weights('fc/weights'), weights('fc/bias')), [136]);
}
