import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ModelCard, openSpeakerModel, errors as voiceErrors } from '@jianzhen/detector-voice';
import { voiceModelFiles } from '@jianzhen/engine';
import { errors } from '../errors.ts';
import { writeLine } from '../output/lines.ts';
import { Status } from '../status.ts';

export interface PullOptions {
  /** URL (http, https) or file; `JIANZHEN_VOICE_MODEL_SOURCE` unless told. */
  readonly from?: string;
  /** Pinned checksum in hex; `JIANZHEN_VOICE_MODEL_SHA256` unless told. */
  readonly sha256?: string;
  /** Name that voiceprints carry; that of the file unless told. */
  readonly id?: string;
  readonly licence?: string;
  /** Where it goes; what `JIANZHEN_VOICE_MODEL` names, or `.jianzhen/models/voice/<id>.onnx`, unless told. */
  readonly to?: string;
  readonly json?: boolean;
}

const MOST_BYTES = 2 ** 30;

/** `jianzhen models pull voice`: a speaker model takes its place once its checksum is right and it fits the slot, or not at all. */
export async function pullVoice(options: PullOptions): Promise<Status> {
  const from = options.from ?? process.env.JIANZHEN_VOICE_MODEL_SOURCE;
  const expected = (options.sha256 ?? process.env.JIANZHEN_VOICE_MODEL_SHA256)?.toLowerCase();
  if (!from) throw errors('cli.usage', { detail: '--from, JIANZHEN_VOICE_MODEL_SOURCE' });
  if (!expected || !/^[0-9a-f]{64}$/.test(expected))
    throw errors('cli.usage', { detail: '--sha256, JIANZHEN_VOICE_MODEL_SHA256 (64 hex digits)' });
  const id = options.id ?? nameOf(from);
  const to =
    options.to ?? process.env.JIANZHEN_VOICE_MODEL ?? join('.jianzhen', 'models', 'voice', `${id}.onnx`);
  await mkdir(dirname(to), { recursive: true });
  const part = `${to}.${randomUUID()}.part`;
  try {
    const { bytes, sha256 } = await fetchTo(part, from);
    if (sha256 !== expected)
      throw voiceErrors('voice.model-checksum', { model: id, expected, actual: sha256 });
    const model = await openSpeakerModel(await readFile(part), { id, sha256 });
    await model.close();
    const card: ModelCard = {
      ...{ id, sha256, dims: model.dims, features: 'kaldi-fbank-80-mean' },
      licence: options.licence ?? 'not stated',
    };
    // The card first: a model beside an older card is refused by its checksum, and pulling again mends it.
    await writeFile(`${part}.json`, `${JSON.stringify(card, null, 2)}\n`);
    await rename(`${part}.json`, voiceModelFiles(to).card);
    await rename(part, to);
    if (options.json)
      writeLine({ model: id, file: to, bytes, sha256, dims: model.dims, licence: card.licence });
    else {
      console.log(`${to}: ${bytes} B, ${sha256}`);
      console.log(`JIANZHEN_VOICE_MODEL=${to}`);
      console.log(`打分参数 back end: node scripts/fit-voice/main.ts --speech DIR --model ${to}`);
    }
    return Status.done;
  } finally {
    await Promise.all([part, `${part}.json`].map((file) => rm(file, { force: true })));
  }
}

const nameOf = (from: string) =>
  (from.split(/[?#]/)[0]!.split('/').pop() ?? '').replace(/\.onnx$/, '').replace(/[^\w.-]/g, '_') ||
  'speaker';

/** Streams to a file, hashing on the way. @throws CodedError `cli.model-source` */
async function fetchTo(file: string, from: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const out = await open(file, 'wx');
  let bytes = 0;
  try {
    for await (const chunk of await source(from)) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new Error(`> ${MOST_BYTES} B`);
      hash.update(chunk);
      await out.write(chunk);
    }
    await out.sync();
  } catch (cause) {
    throw errors('cli.model-source', { source: from, detail: reasonOf(cause as Error) }, { cause });
  } finally {
    await out.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function source(from: string): Promise<AsyncIterable<Uint8Array>> {
  if (!/^https?:\/\//i.test(from)) return createReadStream(from);
  const response = await fetch(from);
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
  return response.body;
}

/** `fetch` says "terminated" or "fetch failed"; what was wrong stands in its cause. */
const reasonOf = ({ message, cause }: Error) =>
  cause instanceof Error ? `${message}: ${cause.message}` : message;
