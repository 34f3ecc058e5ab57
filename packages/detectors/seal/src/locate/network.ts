import { openSession, type SealNetworkOptions } from '../session.ts';
import { CELL, type LocatorSigns, TOLD } from './decode.ts';
import { LOCATOR_PLANES, type LocatorPlanes } from './planes.ts';

/** Where trained weights see seals on a page. */
export type LocatorNetwork = (page: LocatorPlanes) => Promise<LocatorSigns>;

/** Sides are padded to multiples of this, with white. */
const STRIDE = 32;
const padded = (side: number): number => STRIDE * Math.ceil(side / STRIDE);

/**
 * Opens a network that training/seal/locator exported.
 *
 * @param file path of the ONNX file: `planes` 1 × 6 × h × w to `told` 1 × 9 × h / 4 × w / 4, sides multiples of 32
 * @throws CodedError `seal.network-unreadable`
 */
export async function openLocatorNetwork(
  file: string,
  options: SealNetworkOptions = {},
): Promise<LocatorNetwork> {
  const run = await openSession(file, options);
  return async ({ width, height, values }) => {
    const [w, h] = [padded(width), padded(height)];
    const planes = new Float32Array(LOCATOR_PLANES * w * h).fill(1);
    for (let k = 0; k < LOCATOR_PLANES; k++)
      for (let y = 0; y < height; y++) {
        const from = (k * height + y) * width;
        planes.set(values.subarray(from, from + width), (k * h + y) * w);
      }
    const { told } = await run({ planes: [planes, [1, LOCATOR_PLANES, h, w]] });
    const [columns, rows] = [w / CELL, h / CELL];
    const size = columns * rows;
    const maps = Object.fromEntries(
      TOLD.map((name, k) => [name, told!.subarray(k * size, (k + 1) * size)]),
    ) as LocatorSigns['maps'];
    return { columns, rows, maps };
  };
}
