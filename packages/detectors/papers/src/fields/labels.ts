import { foldText } from '../reading/plain.ts';
import type { Stream } from './stream.ts';

export interface LabelMatch {
  /** Name of the field that the label belongs to. */
  readonly field: string;
  readonly label: string;
  /** Range in the stream, end exclusive; within one line. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

const HAN = /\p{Script=Han}/u;

/** Labels this long may have one misread character; word for word they may stand in the middle of a sentence. */
const LONG = 4;

/** A gap parts a label from its neighbours only where it is this many times wider than those within the label. */
const WIDER = 1.5;

/** Whether a blank before a character ends a word: not where letters are spaced so wide all along the line. */
function partedAt(stream: Stream, at: number, start: number, end: number): boolean {
  if (!stream.gaps[at]) return false;
  const gap = (i: number) => {
    const [left, right] = [stream.characters[i - 1]!.region, stream.characters[i]!.region];
    return right.x - left.x - left.width;
  };
  const within = Array.from({ length: end - start - 1 }, (_, i) => gap(start + 1 + i));
  return gap(at) > WIDER * Math.max(0, ...within);
}

/** A short word is a label only where something parts it from the words around. */
function standsAlone(
  stream: Stream,
  start: number,
  end: number,
  lineStart: number,
  lineEnd: number,
): boolean {
  const parted =
    start === lineStart || partedAt(stream, start, start, end) || !HAN.test(stream.folded[start - 1]!);
  const ends = end === lineEnd || partedAt(stream, end, start, end) || !HAN.test(stream.folded[end]!);
  return (parted && ends) || stream.folded[end] === ':' || (parted && end - start >= 2);
}

function* places(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) yield at;
}

function* nearPlaces(text: string, word: string): Generator<number> {
  for (let at = 0; at + word.length <= text.length; at++) {
    let wrong = 0;
    for (let i = 0; i < word.length && wrong < 2; i++) if (text[at + i] !== word[i]) wrong++;
    if (wrong === 1) yield at;
  }
}

interface Word {
  readonly field: string;
  readonly label: string;
  readonly word: string;
}

/** Labels that begin at the end of one line and end in the next, before a colon: running text breaks anywhere. */
function brokenLabels(
  stream: Stream,
  words: readonly Word[],
): readonly (LabelMatch & { readonly exact: true })[] {
  return stream.lines.slice(1).flatMap(({ start: at, end: last }, i) =>
    words.flatMap(({ field, label, word }) =>
      Array.from({ length: word.length - 1 }, (_, head) => at - head - 1).flatMap((start) => {
        const end = start + word.length;
        const fits =
          start >= stream.lines[i]!.start &&
          end < last &&
          stream.folded[end] === ':' &&
          stream.folded.slice(start, end) === word;
        return fits ? [{ field, label, start, end, line: i + 1, exact: true as const }] : [];
      }),
    ),
  );
}

/** All labels on the page; where two claim the same characters the exact and longer one stands. In order of the stream. */
export function findLabels(
  stream: Stream,
  fields: readonly { readonly name: string; readonly labels: readonly string[] }[],
): LabelMatch[] {
  const words: readonly Word[] = fields.flatMap(({ name, labels }) =>
    labels.map((label) => ({ field: name, label, word: foldText(label) })),
  );
  const found: (LabelMatch & { readonly exact: boolean })[] = [];
  for (const [line, { start, end }] of stream.lines.entries()) {
    const text = stream.folded.slice(start, end);
    for (const { field, label, word } of words) {
      const add = (at: number, exact: boolean) => {
        const match = { field, label, start: start + at, end: start + at + word.length, line, exact };
        if ((exact && word.length >= LONG) || standsAlone(stream, match.start, match.end, start, end))
          found.push(match);
      };
      for (const at of places(text, word)) add(at, true);
      if (word.length >= LONG) for (const at of nearPlaces(text, word)) add(at, false);
    }
  }
  found.push(...brokenLabels(stream, words));
  found.sort((a, b) => Number(b.exact) - Number(a.exact) || b.end - b.start - (a.end - a.start));
  const kept: typeof found = [];
  for (const match of found) {
    // Two fields may share a label; a likeness never shares with what is there word for word.
    const clash = kept.some(
      (k) =>
        match.start < k.end &&
        k.start < match.end &&
        !(match.exact && k.exact && k.start === match.start && k.end === match.end),
    );
    if (!clash) kept.push(match);
  }
  return kept.map(({ exact: _, ...match }) => match).sort((a, b) => a.start - b.start || b.end - a.end);
}
