import type { Network } from '../networks.ts';
import { STRIP_HEIGHT, type Strip } from './crop.ts';
import { type StripPart, stripTensor } from './tensor.ts';

/** Classifier's probability from which text is tried the other way up. */
export const FLIPPED = 0.5;
/** Width that the classifier was trained on. */
const WIDTH = 192;

/** The middle of a strip, at its natural width: squeezed characters look the same either way up. */
function middle(strip: Strip): StripPart {
  const width = Math.min(WIDTH, strip.width);
  return { strip, from: (strip.width - width) >> 1, width };
}

/** How probable it is that each strip stands upside down, 0–1. */
export async function upsideDownProbability(strips: readonly Strip[], network: Network): Promise<number[]> {
  if (strips.length === 0) return [];
  const data = stripTensor(strips.map(middle), WIDTH);
  return network(data, [strips.length, 3, STRIP_HEIGHT, WIDTH], (out) =>
    strips.map((_, i) => out[2 * i + 1]),
  );
}
