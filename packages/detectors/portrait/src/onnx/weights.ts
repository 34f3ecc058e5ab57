/** Weights as TensorFlow.js stores them: a manifest in JSON, and one file of numbers, most of them quantised to 8 bits. */
import type { Weights } from './graph.ts';

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32';
  readonly quantization?: {
    readonly dtype: 'uint8' | 'uint16';
    readonly scale: number;
    readonly min: number;
  };
}

export type WeightMap = (name: string) => Weights;

const SIZES = { uint8: 1, uint16: 2, float32: 4 } as const;

function numbers({ dtype, quantization }: Entry, bytes: DataView, at: number, count: number): Float32Array {
  const values = new Float32Array(count);
  if (!quantization) {
    for (let i = 0; i < count; i++) values[i] = bytes.getFloat32(at + 4 * i, true);
    return values;
  }
  const { scale, min } = quantization;
  const wide = quantization.dtype === 'uint16';
  if (dtype !== 'float32') throw new TypeError(`dtype ${dtype}`);
  for (let i = 0; i < count; i++)
    values[i] = (wide ? bytes.getUint16(at + 2 * i, true) : bytes.getUint8(at + i)) * scale + min;
  return values;
}

/**
 * @param manifest the text of `…-weights_manifest.json`
 * @throws Error where a weight that is asked for is not there, or where the numbers do not fill the file
 */
export function readWeights(manifest: string, data: Uint8Array): WeightMap {
  const groups = JSON.parse(manifest) as readonly { readonly weights: readonly Entry[] }[];
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const found = new Map<string, Weights>();
  let at = 0;
  for (const entry of groups.flatMap(({ weights }) => weights)) {
    const count = entry.shape.reduce((product, size) => product * size, 1);
    found.set(entry.name, { shape: entry.shape, values: numbers(entry, view, at, count) });
    at += count * SIZES[entry.quantization?.dtype ?? 'float32'];
  }
  if (at !== data.byteLength) throw new Error(`${at} bytes of weights expected, ${data.byteLength} found`);
  return (name) => {
    const weights = found.get(name);
    if (!weights) throw new Error(`no weights ${name}`);
    return weights;
  };
}
