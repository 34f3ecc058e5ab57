import {
  type BackEnd,
  type Ears,
  hearVoices,
  joinVoiceprints,
  type Template,
  voiceOf,
} from '@jianzhen/detector-voice';
import type { Voiceprint } from '@jianzhen/evidence';
import type { Sound } from '@jianzhen/signal';

/** What tells voices apart, so that several can be measured on the same trials. */
export interface VoiceSystem<Print = unknown, Ready = unknown> {
  readonly name: string;
  /** @throws CodedError where nothing may be scored */
  hear(sound: Sound): Promise<Print>;
  /** Several recordings of one speaker as one. */
  join(prints: readonly [Print, ...Print[]]): Print;
  ready(print: Print): Ready;
  score(a: Ready, b: Ready): number;
}

/** Ours. */
export const ownSystem = (ears: Ears, backEnd: BackEnd): VoiceSystem<Voiceprint, Template> => ({
  name: `jianzhen (${ears.model.id})`,
  hear: async (sound) => voiceOf(await hearVoices(sound, ears)).voiceprint,
  join: joinVoiceprints,
  ready: backEnd.template,
  score: backEnd.ratio,
});
