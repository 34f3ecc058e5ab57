import type { KnownVoice, VoiceSource } from '@jianzhen/cases';
import type { Voiceprint } from '@jianzhen/evidence';
import type { Store } from '@jianzhen/store';
import { onStore } from '../gangs/on-store.ts';

/** A voice on record with what it is known by. */
export interface VoiceOnRecord {
  readonly known: KnownVoice;
  readonly print: Voiceprint;
}

const ROWS = 1000;

/** Enrolled voices of one model that have not expired: those of customers, and those on the watch-list. */
export async function* enrolledVoices(
  source: VoiceSource,
  modelSha256: string,
): AsyncGenerator<VoiceOnRecord> {
  for (let last = 0; ; ) {
    const stored = await source.voicesAfter(last, ROWS);
    last = stored.at(-1)?.number ?? last;
    const ours = new Map(
      stored
        .filter(
          (voice) =>
            voice.modelSha256 === modelSha256 && (voice.kind === 'watch' || voice.kind === 'customer'),
        )
        .map((voice) => [voice.number, voice]),
    );
    for (const known of await source.voices([...ours.keys()]))
      yield { known, print: ours.get(known.number)! };
    if (stored.length < ROWS) return;
  }
}

/** Where a command's voices are; a new one begins the folder that `serve` uses. */
export const onVoices = <T>(data: string | undefined, work: (store: Store) => Promise<T>): Promise<T> =>
  onStore(data ?? '.jianzhen', work);
