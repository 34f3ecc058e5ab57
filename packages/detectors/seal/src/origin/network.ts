import { openSession, type SealNetworkOptions } from '../session.ts';
import { type OriginPlanes, PLANES } from './planes.ts';

/** Log-odds, from trained weights, that no die pressed the seal: that a program laid it in. */
export type OriginNetwork = (planes: OriginPlanes) => Promise<number>;

/** Sides are padded to multiples of this. */
const STRIDE = 16;
const padded = (side: number): number => STRIDE * Math.ceil(side / STRIDE);

/**
 * Opens a network that training/seal/origin exported.
 *
 * @param file path of the ONNX file: `planes` 1 × 9 × h × w and `seen` 1 × 1 × h × w to `logOdds` 1, sides multiples of 16
 * @throws CodedError `seal.network-unreadable`
 */
export async function openOriginNetwork(
  file: string,
  options: SealNetworkOptions = {},
): Promise<OriginNetwork> {
  const run = await openSession(file, options);
  return async ({ width, height, values }) => {
    const [w, h] = [padded(width), padded(height)];
    const planes = new Float32Array(PLANES.length * w * h);
    const seen = new Float32Array(w * h);
    for (let y = 0; y < height; y++) {
      seen.fill(1, y * w, y * w + width);
      for (let k = 0; k < PLANES.length; k++) {
        const from = (k * height + y) * width;
        planes.set(values.subarray(from, from + width), (k * h + y) * w);
      }
    }
    const { logOdds } = await run({ planes: [planes, [1, PLANES.length, h, w]], seen: [seen, [1, 1, h, w]] });
    return logOdds![0]!;
  };
}
