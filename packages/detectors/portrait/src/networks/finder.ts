/**
 * Tiny face detector of face-api (V. Mühler 2018): YOLOv2 (J. Redmon, A. Farhadi, "YOLO9000: Better, Faster, Stronger", 2017,
 * section 2) with depthwise separable convolutions.
 */
import { createGraph, depthwise, filters, type Graph, type Value } from '../onnx/graph.ts';
import type { WeightMap } from '../onnx/weights.ts';
import type { Bytes } from '../onnx/wire.ts';

/** Edge of the square input; a multiple of 32. */
export const FINDER_EDGE = 416;
export const FINDER_MEAN = [117.001, 114.697, 97.404] as const;
/** Widths and heights of boxes, in cells of 32 pixels. */
export const ANCHORS: readonly (readonly [number, number])[] = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
];
const SLOPE = 0.1;

function separable(graph: Graph, weights: WeightMap, x: Value, name: string): Value {
  const depth = depthwise(weights(`${name}/depthwise_filter`));
  const apart = graph.convolution(x, depth, null, { padding: 1, groups: depth.shape[0]! });
  const together = filters(weights(`${name}/pointwise_filter`));
  return graph.leaky(graph.convolution(apart, together, weights(`${name}/bias`)), SLOPE);
}

/** [1, 3, 416, 416] → [1, 25, 13, 13]: for each of five anchors x, y, width, height and score, before their functions. */
export function finderModel(weights: WeightMap): Bytes {
  const graph = createGraph([3, FINDER_EDGE, FINDER_EDGE]);
  const first = graph.convolution(graph.input, filters(weights('conv0/filters')), weights('conv0/bias'), {
    padding: 'valid',
  });
  let x = graph.maximum(graph.leaky(first, SLOPE), 2, 2, 'same');
  for (const stage of [1, 2, 3, 4, 5])
    x = graph.maximum(separable(graph, weights, x, `conv${stage}`), 2, stage === 5 ? 1 : 2, 'same');
  const output = graph.convolution(x, filters(weights('conv8/filters')), weights('conv8/bias'));
  return graph.finish(output, [5 * ANCHORS.length, FINDER_EDGE / 32, FINDER_EDGE / 32]);
}
