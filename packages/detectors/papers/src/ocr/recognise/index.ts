import type { RgbImage } from '@jianzhen/raster';
import { type Networks, timeIsUp } from '../networks.ts';
import { batches } from '../strips/batches.ts';
import { STRIP_HEIGHT } from '../strips/crop.ts';
import { stripTensor, whole } from '../strips/tensor.ts';
import { bestPath } from './ctc.ts';
import type { Reading } from './line.ts';

/** Reads strips, in the order given; those that time did not allow for have no characters. */
export async function recognise<S extends RgbImage>(
  strips: readonly S[],
  networks: Networks,
): Promise<Reading<S>[]> {
  const { recognition, dictionary } = networks;
  const out = strips.map((strip): Reading<S> => ({ strip, characters: [], padded: strip.width }));
  for (const { members, width } of batches(strips.map((strip) => strip.width))) {
    if (timeIsUp(networks)) break;
    const parts = members.map((index) => whole(strips[index]));
    const input = stripTensor(parts, width);
    await recognition(input, [parts.length, 3, STRIP_HEIGHT, width], (probabilities, [, steps]) => {
      const size = steps * dictionary.length;
      for (const [i, index] of members.entries()) {
        const characters = bestPath(probabilities.subarray(i * size, (i + 1) * size), steps, dictionary);
        out[index] = { strip: strips[index], characters, padded: width };
      }
    });
  }
  return out;
}
