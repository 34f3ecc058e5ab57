// One slot for the families of networks that WeSpeaker (Wang et al. 2023), 3D-Speaker (CAM++, Wang et al. 2023) and ReDimNet (Yakovlev et al.
// 2024) export alike: a filter bank of 80 bands in, `[batch, frames, 80]`; embeddings out, `[batch, dimensions]`.
import { createHash } from 'node:crypto';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { errors } from '../errors.ts';
import type { Features, Guard, SpeakerModel } from './types.ts';

export const FEATURE_BANDS = 80;
/** Frames of the silence that tells how long an embedding is, where the network does not say. */
const PROBE_FRAMES = 200;

export interface SpeakerModelOptions {
  readonly id: string;
  /** Refused where the file has another one; not compared unless told. */
  readonly sha256?: string;
  /** 1 unless told. */
  readonly threads?: number;
  readonly guard?: Guard;
}

/**
 * Opens a speaker model from the bytes of its ONNX file. Names and sizes are read from it.
 *
 * @throws CodedError `voice.model-checksum`, `voice.model-unreadable`, `voice.model-unfit`
 */
export async function openSpeakerModel(
  file: Uint8Array,
  { id, sha256: expected, threads = 1, guard = (work) => work() }: SpeakerModelOptions,
): Promise<SpeakerModel> {
  const sha256 = createHash('sha256').update(file).digest('hex');
  if (expected !== undefined && expected.toLowerCase() !== sha256)
    throw errors('voice.model-checksum', { model: id, expected, actual: sha256 });
  const session = await guard(() => openSession(file, threads)).catch((cause: Error) => {
    throw errors('voice.model-unreadable', { model: id, detail: cause.message }, { cause });
  });
  const embed = async ({ frames, values }: Features) => {
    const input = new Tensor('float32', values, [1, frames, FEATURE_BANDS]);
    const results = await guard(() => session.run({ [session.inputNames[0]!]: input }));
    const result = results[session.outputNames[0]!]!;
    try {
      return Float32Array.from(result.data as Float32Array);
    } finally {
      result.dispose();
    }
  };
  const unfit = (detail: string) => errors('voice.model-unfit', { model: id, detail });
  const [input] = session.inputMetadata;
  if (!input?.isTensor || input.type !== 'float32' || input.shape.length !== 3)
    throw unfit(
      `input ${input?.name ?? '–'} ${input?.isTensor ? `${input.type} [${input.shape.join(', ')}]` : ''}`,
    );
  const [, , bands] = input.shape;
  if (typeof bands === 'number' && bands !== FEATURE_BANDS) throw unfit(`${bands} bands`);
  const silence = { frames: PROBE_FRAMES, values: new Float32Array(PROBE_FRAMES * FEATURE_BANDS) };
  const { length: dims } = await embed(silence).catch((cause: Error) => {
    throw unfit(cause.message);
  });
  return { id, sha256, dims, embed, close: () => session.release() };
}

const openSession = (file: Uint8Array, threads: number) =>
  InferenceSession.create(file, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Hardly two pieces of speech are of one length: the arena and the patterns of memory would only pile up.
    enableCpuMemArena: false,
    enableMemPattern: false,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
