import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackEndFile, ModelCard } from '@jianzhen/detector-voice';

/** Of the model that tests' voiceprints are of. */
export const PLAIN_MODEL = { id: 'plain', sha256: 'a'.repeat(64), dims: 8 };

const base64 = (values: Float32Array): string => Buffer.from(values.buffer).toString('base64');

/** A back end for tests: the ratio is 20 · cosine − 6, so that equal voices are at 14 and unlike ones below −6. */
export const plainBackEnd = (model: BackEndFile['model'] = PLAIN_MODEL): BackEndFile => {
  const band: BackEndFile['bands']['wide'] = {
    centre: base64(new Float32Array(model.dims)),
    cohort: '',
    calibration: { slope: [20], offset: [-6], lengths: [0, 1] },
    falseAlarms: [
      { llr: -10, rate: 0.5 },
      { llr: 0, rate: 0.02 },
      { llr: 10, rate: 1e-5 },
    ],
  };
  return {
    version: '1',
    model,
    rows: model.dims,
    projection: null,
    between: null,
    nearest: 0,
    groupFrom: 0,
    bands: { wide: band, telephone: band },
  };
};

/** A file for `JIANZHEN_VOICE_MODEL`, in a folder of its own, with that back end beside it; the network is none, and nobody opens it. */
export const plainVoiceModel = (): Promise<string> => folderWith(new Uint8Array(), PLAIN_MODEL);

/** The same with a network that runs: what it tells is the spectrum of a recording, not a voice. */
export async function tinyVoiceModel(): Promise<string> {
  const network = await readFile(
    join(import.meta.dirname, '../packages/detectors/voice/test/fixtures/variance-80.onnx'),
  );
  const sha256 = createHash('sha256').update(network).digest('hex');
  return folderWith(network, { id: 'tiny', sha256, dims: 80 });
}

async function folderWith(network: Uint8Array, model: BackEndFile['model']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-voice-'));
  const card: ModelCard = { ...model, features: 'kaldi-fbank-80', licence: 'Apache-2.0' };
  await writeFile(join(folder, 'model.onnx'), network);
  await writeFile(join(folder, 'model.json'), JSON.stringify(card));
  await writeFile(join(folder, 'model.backend.json'), JSON.stringify(plainBackEnd(model)));
  return join(folder, 'model.onnx');
}
