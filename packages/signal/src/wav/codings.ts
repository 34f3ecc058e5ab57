import { A_LAW, MU_LAW } from '../g711.ts';

/** How a sample is written. */
export interface SampleCoding {
  /** WAVE_FORMAT_… */
  readonly tag: number;
  /** Of one sample. */
  readonly bytes: number;
  /** The sample at a place, in [-1, 1] unless the file's floats go beyond. */
  read(data: DataView, at: number): number;
}

const PCM = 1;
const FLOAT = 3;

export const CODINGS: readonly SampleCoding[] = [
  // Eight bits are the only PCM without a sign.
  { tag: PCM, bytes: 1, read: (data, at) => (data.getUint8(at) - 128) / 128 },
  { tag: PCM, bytes: 2, read: (data, at) => data.getInt16(at, true) / 32768 },
  {
    tag: PCM,
    bytes: 3,
    read: (data, at) => (data.getUint8(at) + data.getInt16(at + 1, true) * 256) / 8388608,
  },
  { tag: PCM, bytes: 4, read: (data, at) => data.getInt32(at, true) / 2147483648 },
  { tag: FLOAT, bytes: 4, read: (data, at) => data.getFloat32(at, true) },
  { tag: FLOAT, bytes: 8, read: (data, at) => data.getFloat64(at, true) },
  { tag: 6, bytes: 1, read: (data, at) => A_LAW[data.getUint8(at)]! },
  { tag: 7, bytes: 1, read: (data, at) => MU_LAW[data.getUint8(at)]! },
];
