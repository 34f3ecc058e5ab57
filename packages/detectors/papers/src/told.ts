/** A page's reading as it is stored and shown: plain values that fit into JSON. */
import type { Message, Reading, Subject, TextRun } from '@jianzhen/evidence';
import type { Field } from './fields/types.ts';
import { fieldLabel } from './fields/words.ts';
import type { PageReading } from './interpret.ts';
import { commonSpec } from './kinds/built-in.ts';
import type { KindSpec } from './kinds/schema.ts';
import { around } from './reading/regions.ts';
import type { RecognisedCharacter, RecognisedPage, RecognisedText } from './text.ts';

const UNKNOWN: Message = { zh: '未识别的材料', en: 'Unknown paper' };
/** Reasons that a reader takes in at a glance. */
const MOST_REASONS = 6;

/** Digits with the marks between them, Latin words, and all else. */
const classOf = (text: string): 'blank' | 'number' | 'latin' | 'other' => {
  if (/^\s*$/.test(text)) return 'blank';
  if (/^[\d.,:/¥$%+-]$/.test(text)) return 'number';
  return /^[\x21-\x7e]$/.test(text) ? 'latin' : 'other';
};

/** A line cut where blanks are, or where one class of characters ends and another begins. */
export function textRuns(characters: readonly RecognisedCharacter[]): TextRun[] {
  const runs: { kind: string; members: RecognisedCharacter[] }[] = [];
  for (const character of characters) {
    const kind = classOf(character.text);
    const last = runs.at(-1);
    if (last && last.kind === kind) last.members.push(character);
    else runs.push({ kind, members: [character] });
  }
  return runs
    .filter(({ kind }) => kind !== 'blank')
    .map(({ members }) => ({
      text: members.map(({ text }) => text).join(''),
      region: rounded(around(members.map(({ region }) => region))!),
    }));
}

const rounded = ({ x, y, width, height }: TextRun['region']): TextRun['region'] => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

const toldLine = ({ text, confidence, region, characters }: RecognisedText) => ({
  text,
  confidence: share(confidence),
  region: rounded(region),
  runs: textRuns(characters),
});

const SUBJECTS: ReadonlySet<string> = new Set<Subject>(['name', 'identity-number', 'phone', 'bank-card']);

function subjectOf({ name, type }: Field, spec: KindSpec | undefined): Subject | null {
  const specs = [...(spec?.fields ?? []), ...commonSpec.fields];
  const own = specs.find((candidate) => candidate.name === name);
  return own?.subject === true && SUBJECTS.has(type) ? (type as Subject) : null;
}

/** @param kinds those that the page was held against, for their names */
export function toldReading(
  page: RecognisedPage,
  { kind, fields, tables }: PageReading,
  kinds: readonly KindSpec[],
): Reading {
  const spec = kinds.find((candidate) => candidate.kind === kind.kind);
  const reasons = kind.reasons.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  return {
    kind: {
      name: kind.kind,
      label: spec?.name ?? UNKNOWN,
      reasons: reasons.slice(0, MOST_REASONS).map(({ text }) => text),
    },
    fields: fields.map((field) => ({
      name: field.name,
      label: fieldLabel(field),
      text: field.text,
      value: field.value,
      confidence: share(field.confidence),
      region: rounded(field.region),
      subject: subjectOf(field, spec),
    })),
    tables: tables.map(({ name, region, rows }) => ({
      name,
      region: rounded(region),
      rows: rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([column, { value }]) => [column, value])),
      ),
    })),
    lines: page.lines.map(toldLine),
  };
}
