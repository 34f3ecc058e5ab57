import { openSession, type SealNetworkOptions } from '../session.ts';
import type { LaidPair } from './imprint.ts';
import { CELLS, RINGS, SECTORS } from './polar.ts';

/** Log-odds, from trained weights, that one die or picture made both seals of each pair. */
export type ImprintNetwork = (pairs: readonly LaidPair[]) => Promise<Float32Array>;

/** Pairs in one run: more only take memory. */
const BATCH = 16;
/** Of each side: ink, and what is known of it. */
const CHANNELS = 4;

/**
 * Opens a network that training/seal/imprint exported.
 *
 * @param file path of the ONNX file: `pairs` n × 4 × 60 × 288 to `logOdds` n
 * @throws CodedError `seal.network-unreadable`
 */
export async function openImprintNetwork(
  file: string,
  options: SealNetworkOptions = {},
): Promise<ImprintNetwork> {
  const run = await openSession(file, options);
  return async (pairs) => {
    const out = new Float32Array(pairs.length);
    for (let from = 0; from < pairs.length; from += BATCH) {
      const part = pairs.slice(from, from + BATCH);
      const { logOdds } = await run({ pairs: [inputOf(part), [part.length, CHANNELS, RINGS, SECTORS]] });
      out.set(logOdds!, from);
    }
    return out;
  };
}

function inputOf(pairs: readonly LaidPair[]): Float32Array {
  const input = new Float32Array(pairs.length * CHANNELS * CELLS);
  let at = 0;
  for (const { first, second } of pairs)
    for (const map of [first.ink, first.known, second.ink, second.known]) {
      input.set(map, at);
      at += CELLS;
    }
  return input;
}
