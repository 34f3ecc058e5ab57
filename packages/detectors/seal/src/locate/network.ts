import { paddedPlanes } from '../padded.ts';
import { openSession, type SealNetworkOptions } from '../session.ts';
import { CELL, type LocatorSigns, TOLD } from './decode.ts';
import { LOCATOR_PLANES, type LocatorPlanes } from './planes.ts';

/** Where trained weights see seals on a page. */
export type LocatorNetwork = (page: LocatorPlanes) => Promise<LocatorSigns>;

/** Sides are padded to multiples of this, with white. */
const STRIDE = 32;
const WHITE = 1;

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
  return async (page) => {
    const { width, height, values } = paddedPlanes(page, STRIDE, WHITE);
    const { told } = await run({ planes: [values, [1, LOCATOR_PLANES, height, width]] });
    const [columns, rows] = [width / CELL, height / CELL];
    const size = columns * rows;
    const maps = Object.fromEntries(
      TOLD.map((name, k) => [name, told!.subarray(k * size, (k + 1) * size)]),
    ) as LocatorSigns['maps'];
    return { columns, rows, maps };
  };
}
