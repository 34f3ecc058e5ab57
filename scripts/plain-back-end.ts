import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackEndFile } from '@jianzhen/detector-voice';

/** Of the model that tests' voiceprints are of. */
export const PLAIN_MODEL = { id: 'plain', sha256: 'a'.repeat(64), dims: 8 };

const base64 = (values: Float32Array): string => Buffer.from(values.buffer).toString('base64');

/** A back end for tests: the ratio is 20 · cosine − 6, so that equal voices are at 14 and unlike ones below −6. */
export const plainBackEnd = (): BackEndFile => {
  const band = {
    centre: base64(new Float32Array(PLAIN_MODEL.dims)),
    cohort: '',
    calibration: { slope: 20, slopeByLength: 0, offset: -6, offsetByLength: 0, lengths: [0, 1] as const },
    falseAlarms: [
      { llr: -10, rate: 0.5 },
      { llr: 0, rate: 0.02 },
      { llr: 10, rate: 1e-5 },
    ],
  };
  return {
    version: '1',
    model: PLAIN_MODEL,
    rows: PLAIN_MODEL.dims,
    projection: null,
    between: null,
    nearest: 0,
    groupFrom: 0,
    bands: { wide: band, telephone: band },
  };
};

/** A file for `JIANZHEN_VOICE_MODEL`, in a folder of its own, with that back end beside it; the network is none, and nobody opens it. */
export async function plainVoiceModel(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-voice-'));
  await writeFile(join(folder, 'plain.backend.json'), JSON.stringify(plainBackEnd()));
  await writeFile(join(folder, 'plain.onnx'), '');
  return join(folder, 'plain.onnx');
}
