/** Fields of a page by the labels of its kind: the value stands right of, below or in the sentence after its label. */
import type { FieldSpec } from '../kinds/schema.ts';
import { foldText } from '../reading/plain.ts';
import { findLabels, type LabelMatch } from './labels.ts';
import { continued, PLACES, rangesAt } from './places.ts';
import { readValue } from './read-value.ts';
import type { Stream } from './stream.ts';
import type { Field } from './types.ts';

/** Numbers that are printed in groups, whose later groups may have been taken for a box of their own. */
const GROUPED = new Set<FieldSpec['type']>(['bank-card', 'account', 'identity-number', 'credit-code']);

function atLabel(
  stream: Stream,
  spec: FieldSpec,
  match: LabelMatch,
  labels: readonly LabelMatch[],
): Field | null {
  for (const place of spec.places ?? PLACES)
    for (const ranges of rangesAt(stream, match, place, labels)) {
      const long = GROUPED.has(spec.type) ? continued(stream, ranges, labels) : null;
      const value = (long && readValue(stream, long, spec.type)) ?? readValue(stream, ranges, spec.type);
      if (value) return { name: spec.name, label: match.label, ...value };
    }
  return null;
}

/** Values that the first pattern with any finds. */
function byPatterns(stream: Stream, spec: FieldSpec): Field[] {
  for (const pattern of [spec.pattern ?? []].flat()) {
    const found = byPattern(stream, spec, pattern);
    if (found.length > 0) return found;
  }
  return [];
}

/** Values that a pattern finds in the page's text without blanks, or in each of its lines. */
function byPattern(stream: Stream, spec: FieldSpec, pattern: string): Field[] {
  const texts = spec.perLine ? stream.lines : [{ start: 0, end: stream.plain.length }];
  return texts.flatMap((line) =>
    [...stream.plain.slice(line.start, line.end).matchAll(new RegExp(pattern, 'gdu'))].flatMap((match) => {
      const [start, end] = match.indices?.[1] ?? match.indices![0]!;
      const value = readValue(stream, [[line.start + start, line.start + end]], spec.type);
      return value ? [{ name: spec.name, label: null, ...value }] : [];
    }),
  );
}

/** Lines within which a label follows the word that it goes with. */
const SOON = 3;

/** The labels that follow next after some words. */
function following(stream: Stream, labels: readonly LabelMatch[], words: readonly string[]): LabelMatch[] {
  return words.map(foldText).flatMap((word) =>
    stream.lines.flatMap(({ start, end }, line) => {
      if (!stream.folded.slice(start, end).includes(word)) return [];
      return labels.find((label) => label.line > line && label.line <= line + SOON) ?? [];
    }),
  );
}

/** By where they stand: a value's characters are copies, each as sure as its alphabet lets it be. */
const sameInk = (a: Field, b: Field) =>
  a.characters.some(({ region }) => b.characters.some((other) => other.region === region));

/** All fields of a page, in order of the specifications; a field without `many` is there once, by the first of its labels that has a value. */
export function extractFields(stream: Stream, specs: readonly FieldSpec[]): Field[] {
  const labels = findLabels(stream, specs);
  return specs.flatMap((spec) => {
    const found: Field[] = [];
    const own = labels.filter(({ field }) => field === spec.name);
    const first = following(stream, own, spec.after ?? []);
    // Labels are listed the surest first.
    if (spec.last) own.reverse();
    if (!spec.many) own.sort((a, b) => spec.labels.indexOf(a.label) - spec.labels.indexOf(b.label));
    for (const match of [...first, ...own]) {
      const field = atLabel(stream, spec, match, labels);
      if (field && !found.some((other) => sameInk(field, other))) found.push(field);
    }
    if (spec.pattern !== undefined && (found.length === 0 || spec.many))
      for (const field of byPatterns(stream, spec))
        if (!found.some((other) => sameInk(field, other))) found.push(field);
    return spec.many ? found : found.slice(0, 1);
  });
}
