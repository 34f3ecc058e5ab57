import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BackEnd, openBackEnd, openSpeakerModel, type SpeakerModel } from '@jianzhen/detector-voice';

type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** `JIANZHEN_VOICE_MODEL` names a folder with another speaker model and the back end that was fitted for it. */
const folder = (): string =>
  process.env.JIANZHEN_VOICE_MODEL ?? fileURLToPath(new URL('../../../../models/voice', import.meta.url));

const files = () => ({ network: join(folder(), 'speaker.onnx'), backEnd: join(folder(), 'backend.json') });

/**
 * How voiceprints are compared; null where no model is installed.
 * @throws CodedError `voice.back-end-unreadable`
 */
export function readBackEnd(): BackEnd | null {
  const { network, backEnd } = files();
  return existsSync(network) && existsSync(backEnd) ? openBackEnd(readFileSync(backEnd, 'utf8')) : null;
}

/**
 * The network that makes voiceprints, the one that the back end was fitted for; null where none is installed.
 * @throws CodedError `voice.model-checksum`, `voice.model-unreadable`, `voice.model-unfit`, `voice.back-end-unreadable`
 */
export async function openSpeaker(guard: Guard): Promise<SpeakerModel | null> {
  const backEnd = readBackEnd();
  if (!backEnd) return null;
  return openSpeakerModel(readFileSync(files().network), { ...backEnd.model, guard });
}
