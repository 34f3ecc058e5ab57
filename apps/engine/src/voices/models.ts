import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  type BackEnd,
  type Ears,
  type Guard,
  type ModelCard,
  openBackEnd,
  openSpeakerModel,
  openSpoofModel,
  type SpeakerModel,
  type SpoofModel,
} from '@jianzhen/detector-voice';
import { toCodedError } from '@jianzhen/evidence';
import { openVoiceActivity } from '@jianzhen/signal';
import { errors } from '../errors.ts';

/** Where a speaker model and what belongs to it lie. */
export interface VoiceModelFiles {
  readonly model: string;
  readonly card: string;
  readonly backEnd: string;
}

const builtIn = (name: string) => fileURLToPath(new URL(`../../../../models/voice/${name}`, import.meta.url));

/**
 * The model of this installation: the built-in one, or the file that `JIANZHEN_VOICE_MODEL` names, with its card (`….json`) and its back end
 * (`….backend.json`, or what `JIANZHEN_VOICE_BACK_END` names) beside it.
 */
export function voiceModelFiles(model = process.env.JIANZHEN_VOICE_MODEL): VoiceModelFiles {
  const backEnd = process.env.JIANZHEN_VOICE_BACK_END;
  if (!model)
    return {
      model: builtIn('speaker.onnx'),
      card: builtIn('model.json'),
      backEnd: backEnd ?? builtIn('backend.json'),
    };
  const stem = model.replace(/\.onnx$/, '');
  return { model, card: `${stem}.json`, backEnd: backEnd ?? `${stem}.backend.json` };
}

/** @throws CodedError `engine.voice-model-unreadable` */
async function read(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: Error) => {
    throw errors('engine.voice-model-unreadable', { file, detail: cause.message }, { cause });
  });
}

/** @throws CodedError `engine.voice-model-unreadable` */
export async function readModelCard(file: string): Promise<ModelCard> {
  const text = (await read(file)).toString();
  try {
    const card = JSON.parse(text) as ModelCard;
    if (typeof card.id !== 'string' || typeof card.sha256 !== 'string') throw new Error('no id, no sha256');
    return card;
  } catch (cause) {
    throw errors('engine.voice-model-unreadable', { file, detail: (cause as Error).message }, { cause });
  }
}

/**
 * @throws CodedError `engine.voice-model-unreadable`, `voice.model-checksum`, `voice.model-unreadable`, `voice.model-unfit`
 */
export async function readSpeakerModel(
  files: VoiceModelFiles = voiceModelFiles(),
  options: { readonly threads?: number; readonly guard?: Guard } = {},
): Promise<SpeakerModel> {
  const [bytes, { id, sha256 }] = await Promise.all([read(files.model), readModelCard(files.card)]);
  return openSpeakerModel(bytes, { id, sha256, ...options });
}

/**
 * What compares the model's voiceprints.
 *
 * @throws CodedError `engine.voice-model-unreadable`, `voice.back-end-…`
 */
export async function readBackEnd(
  model?: Pick<SpeakerModel, 'id' | 'sha256'>,
  { backEnd }: VoiceModelFiles = voiceModelFiles(),
): Promise<BackEnd> {
  return openBackEnd((await read(backEnd)).toString(), model);
}

/**
 * What tells machines' voices; null where none is installed.
 *
 * @throws CodedError `voice.spoof-model-unreadable`
 */
export async function readSpoofModel(): Promise<SpoofModel | null> {
  const text = await readFile(builtIn('spoof.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : openSpoofModel(text);
}

/** What listens with the model of this installation. */
export async function openEars(
  options: { readonly threads?: number; readonly guard?: Guard; readonly files?: VoiceModelFiles } = {},
): Promise<Ears & { close(): Promise<void> }> {
  const { files, ...rest } = options;
  const model = await readSpeakerModel(files, rest);
  const activity = await openVoiceActivity(options.guard).catch(async (thrown) => {
    await model.close();
    throw toCodedError(thrown);
  });
  return {
    model,
    activity,
    close: async () => {
      await Promise.all([model.close(), activity.release()]);
    },
  };
}
