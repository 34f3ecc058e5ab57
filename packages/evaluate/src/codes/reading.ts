import { type Interval, wilson } from '../metrics.ts';
import { type Point, polygonOverlap } from './overlap.ts';

/** A code that is on a picture, as far as it is known. */
export interface LabelledCode {
  /** Null where only the payload is known. */
  readonly corners: readonly Point[] | null;
  /** The payload as text or, where that is what is known, as bytes; null where only the place is known. */
  readonly payload: string | Uint8Array | null;
}

/** A code as a reader gave it. */
export interface FoundCode {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly corners: readonly Point[];
}

/** What a reader made of one picture. */
export interface CodeOutcome {
  readonly file: string;
  readonly category: string;
  readonly codes: number;
  readonly read: number;
  /** Readings of what is no code there, or with another payload than the code has. */
  readonly falseCodes: number;
}

/**
 * From this intersection over union a reading is of the code that is marked. Markings by hand and readers' boxes are both
 * coarse; codes do not overlap each other.
 */
const SAME = 0.1;

/** Pairs readings with codes, each once, the nearest first; a reading over a code that is read already is not false. */
export function matchCodes(
  picture: { readonly file: string; readonly category: string },
  codes: readonly LabelledCode[],
  found: readonly FoundCode[],
): CodeOutcome {
  const pairs = codes
    .flatMap((code, at) => found.map((one, by) => ({ at, by, share: agreement(code, one) })))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  const read = new Set<number>();
  const used = new Set<number>();
  for (const { at, by } of pairs) {
    if (read.has(at) || used.has(by)) continue;
    read.add(at);
    used.add(by);
  }
  const right = new Set(pairs.map(({ by }) => by));
  return { ...picture, codes: codes.length, read: read.size, falseCodes: found.length - right.size };
}

/** 0 where a reading is not of the code, or is not what the code says. */
function agreement({ corners, payload }: LabelledCode, found: FoundCode): number {
  if (payload !== null && !isSamePayload(payload, found)) return 0;
  if (!corners) return 1;
  const share = polygonOverlap(corners, found.corners);
  return share >= SAME ? share : 0;
}

/** Files of expected text end lines as their system does, and may end with a line. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\n$/, '');

const isSamePayload = (payload: string | Uint8Array, { text, bytes }: FoundCode): boolean =>
  typeof payload === 'string'
    ? plain(payload) === plain(text)
    : payload.length === bytes.length && payload.every((byte, i) => byte === bytes[i]);

export interface CodeRow {
  readonly category: string;
  readonly images: number;
  readonly codes: number;
  /** Share of codes read; null where there are none. */
  readonly read: number | null;
  readonly readInterval: Interval;
  readonly falseCodes: number;
  /** Harmonic mean of the share of codes read and the share of readings that are right. */
  readonly fScore: number | null;
}

/** A line a category, in the order in which they first occur. */
export const codeTable = (outcomes: readonly CodeOutcome[]): CodeRow[] =>
  [...Map.groupBy(outcomes, ({ category }) => category)].map(([category, own]) => codeRow(category, own));

export function codeRow(category: string, outcomes: readonly CodeOutcome[]): CodeRow {
  const sum = (value: (outcome: CodeOutcome) => number) =>
    outcomes.reduce((total, outcome) => total + value(outcome), 0);
  const codes = sum((outcome) => outcome.codes);
  const read = sum((outcome) => outcome.read);
  const falseCodes = sum((outcome) => outcome.falseCodes);
  return {
    category,
    images: outcomes.length,
    codes,
    read: codes === 0 ? null : read / codes,
    readInterval: wilson(read, codes),
    falseCodes,
    fScore: codes === 0 ? null : (2 * read) / (codes + read + falseCodes),
  };
}

/** Mean of the categories' shares, each counting the same; null where none has codes. */
export function macroRead(rows: readonly CodeRow[]): number | null {
  const shares = rows.flatMap(({ read }) => read ?? []);
  return shares.length === 0 ? null : shares.reduce((a, b) => a + b, 0) / shares.length;
}

/** What either reader gives, the first one's word going before where both are at one place. */
export const unionOf = (first: readonly FoundCode[], second: readonly FoundCode[]): FoundCode[] => [
  ...first,
  ...second.filter(({ corners }) => !first.some((one) => polygonOverlap(one.corners, corners) >= SAME)),
];
