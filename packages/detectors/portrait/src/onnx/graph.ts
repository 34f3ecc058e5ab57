/** Puts a network together as an ONNX model (onnx.proto, IR version 8, operator set 13). Layout NCHW, 32-bit floats. */
import { type Bytes, delimited, float, integer, join } from './wire.ts';

/** Numbers with their shape, in the order of C. */
export interface Weights {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Name of a value within the graph. */
export type Value = string & { readonly __value?: never };

export interface ConvolutionOptions {
  readonly stride?: number;
  /** `same` pads as TensorFlow does: the odd row goes to the end. A number pads all sides alike. */
  readonly padding?: 'same' | 'valid' | number;
  readonly groups?: number;
}

const FLOAT = 1;
const INT64 = 7;
type Attribute = number | readonly number[] | string;

const attribute = (name: string, value: Attribute): Bytes => {
  const [content, type] =
    typeof value === 'string'
      ? [delimited(4, value), 3]
      : typeof value === 'number'
        ? Number.isInteger(value)
          ? [integer(3, value), 2]
          : [float(2, value), 1]
        : [join(value.map((item) => integer(8, item))), 7];
  return delimited(5, join([delimited(1, name), content, integer(20, type)]));
};

const tensor = (name: string, type: number, shape: readonly number[], data: Bytes): Bytes =>
  join([...shape.map((size) => integer(1, size)), integer(2, type), delimited(8, name), delimited(9, data)]);

/** A value's name and shape; the batch is free. */
function declared(name: string, shape: readonly number[]): Bytes {
  const dimensions = [delimited(2, 'batch'), ...shape.map((size) => integer(1, size))];
  const shapeOf = join(dimensions.map((dimension) => delimited(1, dimension)));
  const type = delimited(1, join([integer(1, FLOAT), delimited(2, shapeOf)]));
  return join([delimited(1, name), delimited(2, type)]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | BigInt64Array): Bytes =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** TensorFlow's [height, width, in, out] to [out, in, height, width]. */
export function filters({ shape, values }: Weights): Weights {
  const [h, w, i, o] = shape as [number, number, number, number];
  const moved = new Float32Array(values.length);
  for (let p = 0; p < h * w; p++)
    for (let a = 0; a < i; a++)
      for (let b = 0; b < o; b++) moved[(b * i + a) * h * w + p] = values[(p * i + a) * o + b]!;
  return { shape: [o, i, h, w], values: moved };
}

/** Filters of one channel each, [height, width, channels, 1] to [channels, 1, height, width]. */
export function depthwise({ shape, values }: Weights): Weights {
  const [h, w, channels] = shape as [number, number, number];
  return filters({ shape: [h, w, 1, channels], values });
}

export interface Graph {
  readonly input: Value;
  convolution(x: Value, weights: Weights, bias: Weights | null, options?: ConvolutionOptions): Value;
  relu(x: Value): Value;
  leaky(x: Value, slope: number): Value;
  add(...values: readonly [Value, ...Value[]]): Value;
  maximum(x: Value, size: number, stride: number, padding: 'same' | 'valid'): Value;
  average(x: Value, size: number, stride: number): Value;
  /** Zeros behind the last channel, row and column. */
  pad(x: Value, channels: number, rows: number, columns: number): Value;
  /** Mean over height and width, which stay with size 1. */
  mean(x: Value): Value;
  /** [batch, …] flattened times [in, out], and what is added. */
  dense(x: Value, weights: Weights, bias: Weights | null): Value;
  /** The model's bytes, with `output` for what it returns. */
  finish(output: Value, shape: readonly number[]): Bytes;
}

/** @param shape channels, height and width of the input */
export function createGraph(shape: readonly [number, number, number]): Graph {
  const nodes: Bytes[] = [];
  const constants: Bytes[] = [];
  const fresh = (stem: string): Value => `${stem}${nodes.length + constants.length}`;
  const constant = ({ shape: size, values }: Weights): Value => {
    const name = fresh('w');
    constants.push(delimited(5, tensor(name, FLOAT, size, bytesOf(values))));
    return name;
  };
  const node = (
    type: string,
    inputs: readonly Value[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ) => {
    const output = fresh('v');
    nodes.push(
      delimited(
        1,
        join([
          ...inputs.map((name) => delimited(1, name)),
          delimited(2, output),
          delimited(4, type),
          ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
        ]),
      ),
    );
    return output;
  };
  const padded = (padding: 'same' | 'valid' | number): Readonly<Record<string, Attribute>> =>
    typeof padding === 'number'
      ? { pads: [padding, padding, padding, padding] }
      : { auto_pad: padding === 'same' ? 'SAME_UPPER' : 'VALID' };
  const flat = (x: Value) => node('Flatten', [x], { axis: 1 });
  const sum = (a: Value, b: Value) => node('Add', [a, b]);
  return {
    input: 'input',
    convolution: (x, weights, bias, { stride = 1, padding = 'valid', groups = 1 } = {}) =>
      node('Conv', [x, constant(weights), ...(bias ? [constant(bias)] : [])], {
        strides: [stride, stride],
        group: groups,
        ...padded(padding),
      }),
    relu: (x) => node('Relu', [x]),
    leaky: (x, slope) => node('LeakyRelu', [x], { alpha: slope }),
    add: (first, ...others) => others.reduce(sum, first),
    maximum: (x, size, stride, padding) =>
      node('MaxPool', [x], { kernel_shape: [size, size], strides: [stride, stride], ...padded(padding) }),
    average: (x, size, stride) =>
      node('AveragePool', [x], { kernel_shape: [size, size], strides: [stride, stride] }),
    pad(x, channels, rows, columns) {
      const name = fresh('p');
      const pads = BigInt64Array.from([0, 0, 0, 0, 0, channels, rows, columns].map(BigInt));
      constants.push(delimited(5, tensor(name, INT64, [8], bytesOf(pads))));
      return node('Pad', [x, name]);
    },
    mean: (x) => node('GlobalAveragePool', [x]),
    dense: (x, weights, bias) => {
      const product = node('MatMul', [flat(x), constant(weights)]);
      return bias ? sum(product, constant(bias)) : product;
    },
    finish(output, size) {
      const graph = join([
        ...nodes,
        delimited(2, 'network'),
        ...constants,
        delimited(11, declared('input', shape)),
        delimited(12, declared(output, size)),
      ]);
      return join([integer(1, 8), delimited(7, graph), delimited(8, integer(2, 13))]);
    },
  };
}
