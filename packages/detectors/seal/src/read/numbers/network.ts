import { openSession, type SealNetworkOptions } from '../../session.ts';
import { STRIP_HEIGHT } from '../../unroll/strips.ts';
import { NUMBER_PLANES, type NumberStrip } from './strip.ts';

/** Characters of a unified social credit code, GB 32100-2015 table A.1, in the order of their values; digits come first. */
export const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The blank of CTC, and each character. */
export const CLASSES = 1 + CHARACTERS.length;

/** What stands where along a strip: natural logarithms of probabilities, steps × `CLASSES`, class 0 the blank. */
export type NumberSteps = Float32Array;

/** What trained weights say of strips with codes or tax numbers. */
export type NumberNetwork = (strips: readonly NumberStrip[]) => Promise<NumberSteps[]>;

/** Widths are padded to multiples of this, and so many columns make a step. */
const STRIDE = 16;
const COLUMNS = 4;

/**
 * Opens a network that training/seal/numbers exported.
 *
 * @param file path of the ONNX file: `planes` n × 4 × 48 × w to `logs` n × w / 4 × 32, w a multiple of 4
 * @throws CodedError `seal.network-unreadable`
 */
export async function openNumberNetwork(
  file: string,
  options: SealNetworkOptions = {},
): Promise<NumberNetwork> {
  const run = await openSession(file, options);
  return async (strips) => {
    const told: NumberSteps[] = [];
    for (const { width, planes } of strips) {
      const wide = STRIDE * Math.ceil(width / STRIDE);
      // Beyond the strip is paper.
      const values = new Float32Array(NUMBER_PLANES * STRIP_HEIGHT * wide).fill(1);
      for (let row = 0; row < NUMBER_PLANES * STRIP_HEIGHT; row++)
        values.set(planes.subarray(row * width, (row + 1) * width), row * wide);
      const { logs } = await run({ planes: [values, [1, NUMBER_PLANES, STRIP_HEIGHT, wide]] });
      told.push(logs.subarray(0, CLASSES * Math.ceil(width / COLUMNS)));
    }
    return told;
  };
}
