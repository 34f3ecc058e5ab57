/** RFC 9639, section 9.2: one channel of one frame. */
import type { BitReader } from './bits.ts';

/** What no encoder may write. */
export class BrokenFrame extends Error {}

/** Section 9.2.5: what polynomials of degree 0 to 4 foresee. */
const FIXED: readonly (readonly number[])[] = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]];

/** Writes the samples of one channel as whole numbers. @param bits of a sample, 33 at most */
export function readSubframe(reader: BitReader, bits: number, samples: Float64Array): void {
  if (reader.unsigned(1) !== 0) throw new BrokenFrame();
  const kind = reader.unsigned(6);
  const wasted = reader.unsigned(1) ? reader.unary() + 1 : 0;
  const width = bits - wasted;
  if (width < 1) throw new BrokenFrame();
  if (kind === 0) samples.fill(signed(reader, width));
  else if (kind === 1) for (let i = 0; i < samples.length; i++) samples[i] = signed(reader, width);
  else if (kind >= 8 && kind <= 12) readFixed(reader, width, kind - 8, samples);
  else if (kind >= 32) readLinear(reader, width, kind - 31, samples);
  else throw new BrokenFrame();
  if (wasted > 0) for (let i = 0; i < samples.length; i++) samples[i] = samples[i]! * 2 ** wasted;
}

function readFixed(reader: BitReader, width: number, order: number, samples: Float64Array): void {
  warmUp(reader, width, order, samples);
  readResidual(reader, order, samples);
  predict(samples, FIXED[order]!, 0);
}

function readLinear(reader: BitReader, width: number, order: number, samples: Float64Array): void {
  warmUp(reader, width, order, samples);
  const precision = reader.unsigned(4) + 1;
  const shift = reader.signed(5);
  if (precision === 16 || shift < 0) throw new BrokenFrame();
  const weights = Array.from({ length: order }, () => reader.signed(precision));
  readResidual(reader, order, samples);
  predict(samples, weights, shift);
}

function warmUp(reader: BitReader, width: number, order: number, samples: Float64Array): void {
  if (order > samples.length) throw new BrokenFrame();
  for (let i = 0; i < order; i++) samples[i] = signed(reader, width);
}

/** Adds what the samples before foresee to each residual. Sums stay below 2⁵³. */
function predict(samples: Float64Array, weights: readonly number[], shift: number): void {
  const order = weights.length;
  const scale = 2 ** shift;
  for (let i = order; i < samples.length; i++) {
    let sum = 0;
    for (let j = 0; j < order; j++) sum += weights[j]! * samples[i - 1 - j]!;
    samples[i] = samples[i]! + Math.floor(sum / scale);
  }
}

/** Section 9.2.7: Rice codes in partitions, each with its parameter, or plain numbers where the parameter is all ones. */
function readResidual(reader: BitReader, order: number, samples: Float64Array): void {
  const method = reader.unsigned(2);
  if (method > 1) throw new BrokenFrame();
  const parameterBits = 4 + method;
  const partitions = 1 << reader.unsigned(4);
  const length = samples.length / partitions;
  if (!Number.isInteger(length) || length < order) throw new BrokenFrame();
  for (let partition = 0; partition < partitions; partition++) {
    const parameter = reader.unsigned(parameterBits);
    const plain = parameter === (1 << parameterBits) - 1;
    const width = plain ? reader.unsigned(5) : 0;
    const end = (partition + 1) * length;
    for (let i = partition === 0 ? order : partition * length; i < end; i++) {
      samples[i] = plain ? (width > 0 ? reader.signed(width) : 0) : rice(reader, parameter);
    }
  }
}

function rice(reader: BitReader, parameter: number): number {
  const high = reader.unary();
  const folded = high * 2 ** parameter + reader.unsigned(parameter);
  return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
}

/** A difference of two channels has one bit more than the reader takes at once. */
const signed = (reader: BitReader, width: number): number =>
  width <= 32 ? reader.signed(width) : reader.signed(width - 16) * 65536 + reader.unsigned(16);
