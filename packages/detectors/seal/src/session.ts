import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { errors } from './errors.ts';

export interface SealNetworkOptions {
  readonly threads?: 1 | 2;
  /** Put around each call into native code: whoever ends threads must not end one in the midst of it. */
  readonly guard?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** An input by its name: its values, row-major, and its shape. */
export type Given = Readonly<Record<string, readonly [values: Float32Array, shape: readonly number[]]>>;

/**
 * Opens a network of this package's own; what it says, by the names of its outputs, row-major.
 *
 * @param file path of the ONNX file
 * @throws CodedError `seal.network-unreadable`
 */
export async function openSession(
  file: string,
  { threads = 1, guard = (work) => work() }: SealNetworkOptions = {},
): Promise<(given: Given) => Promise<Readonly<Record<string, Float32Array>>>> {
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
  return async (given) => {
    const feeds = Object.fromEntries(
      Object.entries(given).map(([name, [values, shape]]) => [name, new Tensor('float32', values, shape)]),
    );
    const outputs = await guard(() => session.run(feeds));
    return Object.fromEntries(
      Object.entries(outputs).map(([name, tensor]) => {
        const said = Float32Array.from(tensor.data as Float32Array);
        tensor.dispose();
        return [name, said];
      }),
    );
  };
}
