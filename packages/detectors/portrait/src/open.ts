/** Opens the networks out of the optional package `@vladmandic/face-api` (MIT), whose weights are put together as ONNX models. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { errors } from './errors.ts';
import { DESCRIPTOR_EDGE, descriptorModel } from './networks/descriptor.ts';
import { FINDER_EDGE, finderModel } from './networks/finder.ts';
import { LANDMARK_EDGE, landmarkModel } from './networks/landmarks.ts';
import { readWeights, type WeightMap } from './onnx/weights.ts';
import type { Bytes } from './onnx/wire.ts';

/** A network of one picture: [3, edge, edge] in, its numbers out. */
export type FaceNetwork = (input: Float32Array) => Promise<Float32Array>;

export interface FaceNetworks {
  readonly finder: FaceNetwork;
  readonly landmarks: FaceNetwork;
  readonly descriptor: FaceNetwork;
}

const NETWORKS = {
  finder: ['tiny_face_detector_model', finderModel, FINDER_EDGE],
  landmarks: ['face_landmark_68_model', landmarkModel, LANDMARK_EDGE],
  descriptor: ['face_recognition_model', descriptorModel, DESCRIPTOR_EDGE],
} as const satisfies Record<string, readonly [string, (weights: WeightMap) => Bytes, number]>;

/** Folder of the package's models. @throws CodedError `portrait.not-installed` */
function installed(): string {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
      'model',
    );
  } catch (cause) {
    throw errors('portrait.not-installed', {}, { cause });
  }
}

export interface OpenFacesOptions {
  /** A folder with the package's `model` files; the installed package's without. */
  readonly folder?: string;
  readonly threads?: 1 | 2;
  /** Put around each call into native code. */
  readonly guard?: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * @throws CodedError `portrait.not-installed` where neither package nor folder has the files, `portrait.model-unreadable` where they
 *   are not what they should be
 */
export async function openFaces({
  folder = installed(),
  threads = 1,
  guard = (work) => work(),
}: OpenFacesOptions = {}): Promise<FaceNetworks> {
  const open = async (name: keyof typeof NETWORKS): Promise<FaceNetwork> => {
    const [file, build, edge] = NETWORKS[name];
    const [manifest, data] = await Promise.all([
      readFile(join(folder, `${file}-weights_manifest.json`), 'utf8'),
      readFile(join(folder, `${file}.bin`)),
    ]).catch((cause: unknown) => {
      throw errors('portrait.not-installed', {}, { cause });
    });
    const session = await guard(async () =>
      InferenceSession.create(build(readWeights(manifest, data)), {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        extra: { session: { intra_op: { allow_spinning: '0' } } },
      }),
    ).catch((cause: Error) => {
      throw errors('portrait.model-unreadable', { detail: `${file}: ${cause.message}` }, { cause });
    });
    return async (input) => {
      const results = await guard(() =>
        session.run({ input: new Tensor('float32', input, [1, 3, edge, edge]) }),
      );
      const result = results[session.outputNames[0]!]!;
      const values = Float32Array.from(result.data as Float32Array);
      result.dispose();
      return values;
    };
  };
  const [finder, landmarks, descriptor] = [
    await open('finder'),
    await open('landmarks'),
    await open('descriptor'),
  ];
  return { finder, landmarks, descriptor };
}
