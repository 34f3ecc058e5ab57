import type { Networks } from '../networks.ts';
import { batches } from '../strips/batches.ts';
import { STRIP_HEIGHT, type Strip } from '../strips/crop.ts';
import { stripTensor, whole } from '../strips/tensor.ts';
import { bestPath } from './ctc.ts';
import type { Reading } from './line.ts';

/** Reads strips, in the order given. */
export async function recognise(
  strips: readonly Strip[],
  { recognition, dictionary }: Networks,
): Promise<Reading[]> {
  const out = new Array<Reading>(strips.length);
  for (const { members, width } of batches(strips.map((strip) => strip.width))) {
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
