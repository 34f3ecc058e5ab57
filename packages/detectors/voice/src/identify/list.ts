import type { Voiceprint } from '@jianzhen/evidence';
import { type BackEnd, bandOf, falseAlarmsOfList, ratioForList, type Template } from '../back-end/index.ts';
import { dotRows } from '../vectors.ts';

export interface Candidate {
  readonly id: string;
  /** Natural log-likelihood ratio of one voice against two. */
  readonly llr: number;
  /** Whether the ratio reaches the list's threshold. */
  readonly hit: boolean;
  /** Probability that an unknown voice reaches this ratio against any voice of the list. */
  readonly falseAlarmRate: number;
}

export interface Identification {
  /** The likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Ratio from which a candidate is a hit. */
  readonly threshold: number;
  /** Probability that an unknown voice hits any of the list: what the threshold means for its size. */
  readonly falseAlarmRate: number;
  readonly size: number;
}

export interface IdentifyOptions {
  /** Candidates told; 5 unless told otherwise. */
  readonly top?: number;
  /** Probability that an unknown voice may hit any of the list; 0.01 unless told. */
  readonly falseAlarms?: number;
}

/** Voices to look an unknown one up in. */
export interface VoiceList {
  readonly size: number;
  /** Adds a voice, or puts it in the place of the one that had the id. @throws CodedError `voice.models-differ` */
  add(id: string, print: Voiceprint): void;
  /** Whether it was there. */
  remove(id: string): boolean;
  /** Open set: there may be nobody. @throws CodedError `voice.models-differ` */
  identify(print: Voiceprint, options?: IdentifyOptions): Identification;
}

type Entry = Omit<Template, 'vector'>;

/** An empty list; all vectors lie in one array, so that a search is a single run through memory. */
export function createVoiceList(backEnd: BackEnd, capacity = 64): VoiceList {
  const { rows } = backEnd;
  let vectors = new Float32Array(capacity * rows);
  const ids: string[] = [];
  const entries: Entry[] = [];
  const places = new Map<string, number>();
  const put = (at: number, id: string, { vector, ...entry }: Template) => {
    vectors.set(vector, at * rows);
    ids[at] = id;
    entries[at] = entry;
    places.set(id, at);
  };
  return {
    get size() {
      return ids.length;
    },
    add(id, print) {
      const template = backEnd.template(print);
      const at = places.get(id) ?? ids.length;
      if ((at + 1) * rows > vectors.length) {
        const grown = new Float32Array(2 * vectors.length);
        grown.set(vectors);
        vectors = grown;
      }
      put(at, id, template);
    },
    remove(id) {
      const at = places.get(id);
      if (at === undefined) return false;
      const last = ids.length - 1;
      if (at !== last)
        put(at, ids[last]!, { ...entries[last]!, vector: vectors.slice(last * rows, (last + 1) * rows) });
      // Biometric data does not linger in memory that nobody looks at.
      vectors.fill(0, last * rows, (last + 1) * rows);
      ids.pop();
      entries.pop();
      places.delete(id);
      return true;
    },
    identify(print, { top = 5, falseAlarms = 0.01 } = {}) {
      const probe = backEnd.template(print);
      const best = createBest(Math.min(top, ids.length));
      const raws = new Float64Array(ids.length);
      dotRows(probe.vector, vectors, ids.length, raws);
      for (let i = 0; i < ids.length; i++) {
        const entry = entries[i]!;
        const raw = raws[i]! + probe.offset + entry.offset;
        const score = 0.5 * ((raw - probe.mean) / probe.deviation + (raw - entry.mean) / entry.deviation);
        best.offer(i, backEnd.calibrated(score, probe, entry));
      }
      const size = ids.length;
      const pointsOf = (i: number) => backEnd.falseAlarms(bandOf(probe.band, entries[i]!.band));
      // A list of both bands is held to the worse of them.
      const bands = new Set(entries.map(({ band }) => bandOf(probe.band, band)));
      const thresholds = [...bands].map((band) => ratioForList(backEnd.falseAlarms(band), falseAlarms, size));
      const threshold = Math.max(...thresholds);
      return {
        candidates: best.taken().map(({ index, value }) => ({
          id: ids[index]!,
          llr: value,
          hit: value >= threshold,
          falseAlarmRate: falseAlarmsOfList(pointsOf(index), value, size),
        })),
        threshold,
        falseAlarmRate: Math.max(
          0,
          ...[...bands].map((band) => falseAlarmsOfList(backEnd.falseAlarms(band), threshold, size)),
        ),
        size,
      };
    },
  };
}

interface Best {
  offer(index: number, value: number): void;
  /** Descending. */
  taken(): readonly { readonly index: number; readonly value: number }[];
}

/** The few largest of many values. */
function createBest(count: number): Best {
  const kept: { index: number; value: number }[] = [];
  return {
    offer(index, value) {
      if (kept.length === count && (count === 0 || value <= kept.at(-1)!.value)) return;
      const at = kept.findIndex((other) => value > other.value);
      kept.splice(at < 0 ? kept.length : at, 0, { index, value });
      if (kept.length > count) kept.pop();
    },
    taken: () => kept,
  };
}
