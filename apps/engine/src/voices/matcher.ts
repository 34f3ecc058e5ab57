import type { ScoredVoice, StoredVoice, VoiceMatcher, VoiceSource } from '@jianzhen/cases';
import type { Voiceprint } from '@jianzhen/evidence';
import { KnownVoices } from './known.ts';

/** What tells whether two voices are one; packages/detectors/voice has it. Both prints are always of one model. */
export interface VoiceScorer {
  /** Calibrated log-likelihood ratio (natural) of one speaker against two. */
  llr(a: Voiceprint, b: Voiceprint): number;
  /** One print of several recordings of one person, and the places of those that are another's. */
  combine(prints: readonly Voiceprint[]): { readonly print: Voiceprint; readonly left: readonly number[] };
}

/** Rows that are read, and decrypted, at one time. */
const ROWS = 5000;
/** Neighbours whose ratio is worked out, a multiple of those asked for. */
const NEIGHBOURS = 4;

const modelOf = ({ model, modelSha256, vector }: Voiceprint): string =>
  `${model} ${modelSha256} ${vector.length}`;

/** Voices of all models on record; each is decrypted once, and what was deleted is let go of. */
class Known {
  private readonly models = new Map<string, KnownVoices>();
  private last = 0;
  private lastGone = 0;

  async refresh(source: VoiceSource): Promise<void> {
    for (;;) {
      const voices = await source.voicesAfter(this.last, ROWS);
      for (const voice of voices) {
        this.of(voice).add(voice);
        this.last = voice.number;
      }
      if (voices.length < ROWS) break;
    }
    // After additions: what was added and deleted since is not among them, and its deletion finds nothing.
    for (;;) {
      const gone = await source.voicesGoneAfter(this.lastGone, ROWS);
      for (const { place, number } of gone) {
        for (const voices of this.models.values()) voices.remove(number);
        this.lastGone = place;
      }
      if (gone.length < ROWS) return;
    }
  }

  of(print: Voiceprint): KnownVoices {
    const model = modelOf(print);
    const found = this.models.get(model) ?? new KnownVoices(print.vector.length);
    this.models.set(model, found);
    return found;
  }
}

/** Voices of other models than the print's are not there for it. One a process. */
export function createVoiceMatcher({ llr, combine }: VoiceScorer): VoiceMatcher {
  const known = new Known();
  let refreshed: Promise<unknown> = Promise.resolve();
  const scored = (print: Voiceprint, voices: readonly StoredVoice[]): ScoredVoice[] =>
    voices
      .map((voice) => ({ number: voice.number, kind: voice.kind, llr: llr(print, voice) }))
      .sort((a, b) => b.llr - a.llr);
  return {
    // One after another: two at once would each add the same rows.
    refresh(source) {
      const turn = refreshed.then(() => known.refresh(source));
      refreshed = turn.catch(() => {});
      return turn;
    },
    count: (print, kinds) => known.of(print).count(kinds),
    search: (print, kinds, limit) =>
      scored(print, known.of(print).nearest(print, kinds, NEIGHBOURS * limit)).slice(0, limit),
    score: (print, numbers) =>
      scored(
        print,
        numbers.flatMap((number) => known.of(print).get(number) ?? []),
      ),
    combine,
  };
}
