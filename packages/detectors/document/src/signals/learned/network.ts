import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { errors } from '../../errors.ts';
import { CELL } from '../../signal.ts';
import type { NetworkInput } from './input.ts';
import { crop, tiles } from './tiles.ts';

/** The trained network: log-odds of alteration for each cell of a page, rows × columns. */
export type Network = (input: NetworkInput) => Promise<Float32Array>;

export interface NetworkOptions {
  /** Threads within one run. */
  readonly threads?: 1 | 2;
  /** What the file must be: weights that the fusion was not fitted with would mislead it. */
  readonly sha256?: string;
  /** Put around each call into native code: whoever ends threads must not end one in the midst of it. */
  readonly guard?: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Opens a network that training/document exported; once a thread, since that takes longer than a page.
 *
 * @param file path of the ONNX file
 * @throws CodedError `document.network-unreadable`
 */
export async function openNetwork(
  file: string,
  { threads = 1, sha256, guard = (work) => work() }: NetworkOptions = {},
): Promise<Network> {
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // The arena would keep the largest page's memory for good; without it a run is as fast.
    enableCpuMemArena: false,
    // Threads that spin while they wait take time from the other signals.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  };
  const session = await readFile(file)
    .then((bytes) => {
      if (sha256 && createHash('sha256').update(bytes).digest('hex') !== sha256)
        throw new Error(`SHA-256 of ${file} is not ${sha256}`);
      return guard(() => InferenceSession.create(bytes, options));
    })
    .catch((cause: Error) => {
      throw errors('document.network-unreadable', { detail: cause.message }, { cause });
    });
  return async (input) => {
    const out = new Float32Array(input.columns * input.rows);
    for (const tile of tiles(input.columns, input.rows)) {
      const seen = crop(input, tile);
      const logits = await guard(() => run(session, seen));
      const { across, down } = tile;
      for (let row = down.from; row < down.to; row++) {
        const at = (row - down.first) * seen.columns - across.first;
        out.set(logits.subarray(at + across.from, at + across.to), row * input.columns + across.from);
      }
    }
    return out;
  };
}

async function run(session: InferenceSession, input: NetworkInput): Promise<Float32Array> {
  const { columns, rows } = input;
  const { logits } = await session.run({
    luma: new Tensor('uint8', input.luma, [1, 1, rows * CELL, columns * CELL]),
    chroma: new Tensor('uint8', input.chroma, [1, 2, rows, columns]),
    levels: new Tensor('int8', input.levels, [1, rows, columns, 64]),
    quantization: new Tensor('float32', input.quantization, [1, 64]),
  });
  return logits!.data as Float32Array;
}
