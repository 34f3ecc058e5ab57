import type { Voiceprint } from '@jianzhen/evidence';
import {
  type BackEnd,
  type Band,
  bandOf,
  falseAlarmsOfList,
  ratioForList,
  type Template,
} from '../back-end/index.ts';
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

const BANDS: readonly Band[] = ['wide', 'telephone'];
/** Offset, mean, deviation and seconds of a template. */
const FACTS = 4;

/** An empty list; vectors lie in one array and what else a score takes in another, so that a search is a single run through memory. */
export function createVoiceList(backEnd: BackEnd, capacity = 64): VoiceList {
  const { rows } = backEnd;
  let vectors = new Float32Array(capacity * rows);
  let facts = new Float64Array(capacity * FACTS);
  const bands: Band[] = [];
  const ids: string[] = [];
  const places = new Map<string, number>();
  const put = (at: number, id: string, { vector, offset, mean, deviation, seconds, band }: Template) => {
    vectors.set(vector, at * rows);
    facts.set([offset, mean, deviation, seconds], at * FACTS);
    bands[at] = band;
    ids[at] = id;
    places.set(id, at);
  };
  const move = (from: number, to: number) => {
    vectors.copyWithin(to * rows, from * rows, (from + 1) * rows);
    facts.copyWithin(to * FACTS, from * FACTS, (from + 1) * FACTS);
    bands[to] = bands[from]!;
    ids[to] = ids[from]!;
    places.set(ids[to]!, to);
  };
  return {
    get size() {
      return ids.length;
    },
    add(id, print) {
      const template = backEnd.template(print);
      const at = places.get(id) ?? ids.length;
      if ((at + 1) * rows > vectors.length) {
        vectors = grown(vectors, new Float32Array(2 * vectors.length));
        facts = grown(facts, new Float64Array(2 * facts.length));
      }
      put(at, id, template);
    },
    remove(id) {
      const at = places.get(id);
      if (at === undefined) return false;
      const last = ids.length - 1;
      if (at !== last) move(last, at);
      // Biometric data does not linger in memory that nobody looks at.
      vectors.fill(0, last * rows, (last + 1) * rows);
      facts.fill(0, last * FACTS, (last + 1) * FACTS);
      ids.pop();
      bands.pop();
      places.delete(id);
      return true;
    },
    identify(print, { top = 5, falseAlarms = 0.01 } = {}) {
      const probe = backEnd.template(print);
      const size = ids.length;
      const best = createBest(Math.min(top, size));
      const raws = new Float64Array(size);
      dotRows(probe.vector, vectors, size, raws);
      const met: Record<Band, boolean> = { wide: false, telephone: false };
      const other = { seconds: 0, band: probe.band };
      for (let i = 0; i < size; i++) {
        const at = i * FACTS;
        const raw = raws[i]! + probe.offset + facts[at]!;
        const own = (raw - probe.mean) / probe.deviation;
        const score = 0.5 * (own + (raw - facts[at + 1]!) / facts[at + 2]!);
        other.seconds = facts[at + 3]!;
        other.band = bands[i]!;
        met[bandOf(probe.band, other.band)] = true;
        best.offer(i, backEnd.calibrated(score, probe, other));
      }
      // A list of both bands is held to the worse of them.
      const points = BANDS.filter((band) => met[band]).map((band) => backEnd.falseAlarms(band));
      const threshold = Math.max(...points.map((each) => ratioForList(each, falseAlarms, size)));
      return {
        candidates: best.taken().map(({ index, value }) => ({
          id: ids[index]!,
          llr: value,
          hit: value >= threshold,
          falseAlarmRate: falseAlarmsOfList(
            backEnd.falseAlarms(bandOf(probe.band, bands[index]!)),
            value,
            size,
          ),
        })),
        threshold,
        falseAlarmRate: Math.max(0, ...points.map((each) => falseAlarmsOfList(each, threshold, size))),
        size,
      };
    },
  };
}

function grown<T extends Float32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
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
