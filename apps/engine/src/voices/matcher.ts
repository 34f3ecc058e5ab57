import type { ScoredVoice, StoredVoice, VoiceMatcher, VoiceSource } from '@jianzhen/cases';
import {
  type BackEnd,
  createVoiceList,
  enrol,
  type Template,
  type VoiceList,
} from '@jianzhen/detector-voice';
import type { Voiceprint, VoiceprintKind } from '@jianzhen/evidence';

/** Rows that are read, and decrypted, at one time. */
const ROWS = 5000;

/** Voices on record, ready to be compared; each is decrypted once, and what was deleted is let go of. */
class Known {
  private readonly backEnd: BackEnd;
  /** Those that unknown voices are looked up among, all of a kind in one array. */
  private readonly lists = new Map<VoiceprintKind, VoiceList>();
  /** Those of customers are only ever asked for by whose they are. */
  private readonly customers = new Map<number, Template>();
  private last = 0;
  private lastGone = 0;

  constructor(backEnd: BackEnd) {
    this.backEnd = backEnd;
  }

  async refresh(source: VoiceSource): Promise<void> {
    for (;;) {
      const voices = await source.voicesAfter(this.last, ROWS);
      for (const voice of voices) {
        this.add(voice);
        this.last = voice.number;
      }
      if (voices.length < ROWS) break;
    }
    // After additions: what was added and deleted since is not among them, and its deletion finds nothing.
    for (;;) {
      const gone = await source.voicesGoneAfter(this.lastGone, ROWS);
      for (const { place, number } of gone) {
        this.remove(number);
        this.lastGone = place;
      }
      if (gone.length < ROWS) return;
    }
  }

  /** Empty for a kind that nothing is known of. */
  list(kind: VoiceprintKind): VoiceList {
    const found = this.lists.get(kind) ?? createVoiceList(this.backEnd);
    this.lists.set(kind, found);
    return found;
  }

  customer = (number: number): Template | undefined => this.customers.get(number);

  private add(voice: StoredVoice): void {
    // Prints of another model can be compared with nothing that this one makes.
    if (voice.modelSha256 !== this.backEnd.model.sha256) return;
    if (voice.kind === 'customer') this.customers.set(voice.number, this.backEnd.template(voice));
    else this.list(voice.kind).add(String(voice.number), voice);
  }

  private remove(number: number): void {
    // Biometric data does not linger in memory that nobody looks at.
    this.customers.get(number)?.vector.fill(0);
    this.customers.delete(number);
    for (const list of this.lists.values()) list.remove(String(number));
  }
}

/** Holds voices against those on record. One a process. */
export function createVoiceMatcher(backEnd: BackEnd): VoiceMatcher {
  const known = new Known(backEnd);
  let refreshed: Promise<unknown> = Promise.resolve();
  const best = (voices: readonly ScoredVoice[]) => voices.toSorted((a, b) => b.llr - a.llr);
  return {
    // One after another: two at once would each add the same rows.
    refresh(source) {
      const turn = refreshed.then(() => known.refresh(source));
      refreshed = turn.catch(() => {});
      return turn;
    },

    count: (kinds) => kinds.reduce((sum, kind) => sum + known.list(kind).size, 0),

    search: (print, kinds, limit) =>
      best(
        kinds.flatMap((kind) =>
          known
            .list(kind)
            .identify(print, { top: limit })
            .candidates.map(({ id, llr, falseAlarmRate }) => ({
              number: Number(id),
              kind,
              llr,
              falseAlarmRate,
            })),
        ),
      ).slice(0, limit),

    score(print: Voiceprint, numbers) {
      const own = backEnd.template(print);
      return best(
        numbers.flatMap((number) => {
          const other = known.customer(number);
          if (!other) return [];
          return [
            { number, kind: 'customer' as const, llr: backEnd.ratio(own, other), falseAlarmRate: null },
          ];
        }),
      );
    },

    combine(prints) {
      const { print, leftOut } = enrol(
        backEnd,
        prints.map((one, i) => ({ name: String(i), print: one })),
      );
      return { print, left: leftOut.map(({ name }) => Number(name)) };
    },
  };
}
