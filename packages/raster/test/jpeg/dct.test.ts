import { describe, expect, it } from 'vitest';
import {
  blockDct,
  idctBlock,
  jpegLuma,
  NATURAL_FROM_ZIGZAG,
  plane,
  readJpeg,
  ZIGZAG_FROM_NATURAL,
} from '../../src/index.ts';
import { randomComponents, writeJpeg } from '../support/jpeg-writer.ts';
import { random } from '../support/random.ts';

const next = random(7);
const source = plane(
  19,
  17,
  Float32Array.from({ length: 19 * 17 }, () => 255 * next()),
);

/** T.81, A.3.3, term by term. */
function definition(x: number, y: number, u: number, v: number): number {
  let sum = 0;
  for (let j = 0; j < 8; j++) {
    for (let i = 0; i < 8; i++) {
      const basis = Math.cos(((2 * i + 1) * u * Math.PI) / 16) * Math.cos(((2 * j + 1) * v * Math.PI) / 16);
      sum += source.data[(y + j) * source.width + x + i]! * basis;
    }
  }
  const c = (k: number) => (k === 0 ? Math.SQRT1_2 : 1);
  return (c(u) * c(v) * sum) / 4;
}

describe('blockDct and idctBlock', () => {
  it('is the DCT of T.81 at any offset', () => {
    const out = new Float32Array(64);
    for (const [x, y] of [
      [0, 0],
      [11, 9],
      [3, 5],
    ] as const) {
      blockDct(source, x, y, out);
      for (let i = 0; i < 64; i++) expect(out[i]).toBeCloseTo(definition(x, y, i & 7, i >> 3), 2);
    }
  });

  it('comes back through the inverse, and dequantises', () => {
    const coefficients = new Float32Array(64);
    const samples = new Float32Array(64);
    blockDct(source, 4, 2, coefficients);
    const steps = new Uint16Array(64).fill(4);
    idctBlock(
      coefficients.map((value) => value / 4),
      0,
      steps,
      samples,
    );
    for (let i = 0; i < 64; i++)
      expect(samples[i]).toBeCloseTo(source.data[(2 + (i >> 3)) * 19 + 4 + (i & 7)]!, 2);
  });

  it('orders zigzag as figure A.6', () => {
    expect([...NATURAL_FROM_ZIGZAG.subarray(0, 10)]).toEqual([0, 1, 8, 16, 9, 2, 3, 10, 17, 24]);
    expect([...NATURAL_FROM_ZIGZAG.subarray(60)]).toEqual([47, 55, 62, 63]);
    for (let i = 0; i < 64; i++) expect(NATURAL_FROM_ZIGZAG[ZIGZAG_FROM_NATURAL[i]!]).toBe(i);
  });
});

describe('jpegLuma', () => {
  it('gives back dequantised coefficients exactly', () => {
    const components = randomComponents(40, 24, [
      [2, 1],
      [1, 1],
      [1, 1],
    ]);
    const luma = jpegLuma(readJpeg(writeJpeg({ width: 40, height: 24, components })));
    const { coefficients, quantization, blocksWide } = components[0]!;
    const out = new Float32Array(64);
    blockDct(luma, 16, 8, out);
    const block = 64 * (blocksWide + 2);
    for (let i = 0; i < 64; i++) {
      const shift = i === 0 ? 1024 : 0;
      expect(out[i]! - shift).toBeCloseTo(coefficients[block + i]! * quantization[i]!, 1);
    }
  });

  it('weighs the components of an RGB file', () => {
    const components = randomComponents(16, 16, [
      [1, 1],
      [1, 1],
      [1, 1],
    ]).map((c, i) => ({
      ...c,
      coefficients: c.coefficients.map((_, at) => (at % 64 === 0 ? [10, -20, 30][i]! : 0)),
      quantization: new Uint16Array(64).fill(8),
    }));
    const segments = [[0xee, [65, 100, 111, 98, 101, 0, 100, 0, 0, 0, 0, 0]]] as const;
    const luma = jpegLuma(readJpeg(writeJpeg({ width: 16, height: 16, components, segments })));
    for (const value of luma.data) expect(value).toBeCloseTo(128 + 0.299 * 10 - 0.587 * 20 + 0.114 * 30, 3);
  });
});
