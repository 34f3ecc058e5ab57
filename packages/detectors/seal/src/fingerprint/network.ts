import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { errors } from '../errors.ts';
import type { LaidPair } from './imprint.ts';
import { CELLS, RINGS, SECTORS } from './polar.ts';

/** Log-odds, from trained weights, that one die or picture made both seals of each pair. */
export type ImprintNetwork = (pairs: readonly LaidPair[]) => Promise<Float32Array>;

export interface ImprintNetworkOptions {
  readonly threads?: 1 | 2;
  /** Put around each call into native code: whoever ends threads must not end one in the midst of it. */
  readonly guard?: <T>(work: () => Promise<T>) => Promise<T>;
}

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
  { threads = 1, guard = (work) => work() }: ImprintNetworkOptions = {},
): Promise<ImprintNetwork> {
  const session = await readFile(file)
    .then((bytes) =>
      guard(() =>
        InferenceSession.create(bytes, {
          intraOpNumThreads: threads,
          interOpNumThreads: 1,
          enableCpuMemArena: false,
          // Threads that spin while they wait take time from others.
          extra: { session: { intra_op: { allow_spinning: '0' } } },
        }),
      ),
    )
    .catch((cause: Error) => {
      throw errors('seal.network-unreadable', { file, detail: cause.message }, { cause });
    });
  return async (pairs) => {
    const out = new Float32Array(pairs.length);
    for (let from = 0; from < pairs.length; from += BATCH) {
      const part = pairs.slice(from, from + BATCH);
      const given = new Tensor('float32', inputOf(part), [part.length, CHANNELS, RINGS, SECTORS]);
      const { logOdds } = await guard(() => session.run({ pairs: given }));
      out.set(logOdds!.data as Float32Array, from);
      logOdds!.dispose();
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
