import { paddedPlanes } from '../padded.ts';
import { openSession, type SealNetworkOptions } from '../session.ts';
import { type OriginPlanes, PLANES } from './planes.ts';

/** Log-odds, from trained weights, that no die pressed the seal: that a program laid it in. */
export type OriginNetwork = (planes: OriginPlanes) => Promise<number>;

/** Sides are padded to multiples of this. */
const STRIDE = 16;

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
  return async (seal) => {
    const { width, height, values } = paddedPlanes(seal, STRIDE);
    const all = new Float32Array(seal.width * seal.height).fill(1);
    const seen = paddedPlanes({ ...seal, values: all }, STRIDE).values;
    const { logOdds } = await run({
      planes: [values, [1, PLANES.length, height, width]],
      seen: [seen, [1, 1, height, width]],
    });
    return logOdds![0]!;
  };
}
