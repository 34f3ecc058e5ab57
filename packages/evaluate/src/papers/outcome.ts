import { type LineError, lineErrors, type PlacedLine, plainText } from './characters.ts';
import { placelessErrors } from './placeless.ts';
import type { FieldOutcome, PaperOutcome, PaperReading, PaperTruth } from './types.ts';

/** How values are compared: full and half width, blanks and Chinese full stops do not count. */
const plainValue = (text: string): string => plainText(text).replace(/。/g, '.').toUpperCase();

/** Values of a page field by field; a field that is read more than once counts by its first value. */
export function fieldOutcomes(
  truth: Readonly<Record<string, string>>,
  fields: PaperReading['fields'],
  /** Names that the reader has for fields of the truth, where they differ. */
  names: Readonly<Record<string, string>> = {},
  /** The form in which values are compared. */
  plain: (text: string) => string = plainValue,
): FieldOutcome[] {
  return Object.entries(truth).map(([name, expected]) => {
    const read = fields.find((field) => field.name === (names[name] ?? name))?.value ?? null;
    return { name, expected, read, exact: read !== null && plain(read) === plain(expected) };
  });
}

export interface PaperLabels {
  readonly file: string;
  readonly capture?: string;
  /** Sort of the planted contradiction; its code where not given. */
  readonly sort?: string;
}

/** Edits line by line; null where the page's text is not known. */
export function textErrors({ lines, ignored }: PaperTruth, reading: PaperReading): LineError[] | null {
  if (lines === null) return null;
  const placed = lines.filter((line): line is PlacedLine => line.region !== undefined);
  if (placed.length === lines.length) return lineErrors(placed, reading, ignored);
  return placelessErrors(
    lines.map(({ text }) => text),
    reading,
  );
}

/** A page's reading held against what it truly says. */
export function paperOutcome(truth: PaperTruth, reading: PaperReading, labels: PaperLabels): PaperOutcome {
  const { contradictions } = truth;
  const lines = textErrors(truth, reading);
  const told = reading.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  const genuine = contradictions?.length === 0;
  return {
    file: labels.file,
    kind: truth.kind,
    capture: labels.capture ?? 'any',
    sort:
      contradictions === null ? 'unknown' : genuine ? 'genuine' : (labels.sort ?? contradictions.join(' ')),
    characters: lines && {
      count: lines.reduce((sum, line) => sum + [...(line.truth ?? '')].length, 0),
      errors: lines.reduce((sum, line) => sum + line.errors, 0),
    },
    fields: fieldOutcomes(truth.fields, reading.fields),
    found: contradictions?.length ? contradictions.every((code) => told.includes(code)) : null,
    falseFindings: genuine ? told : null,
  };
}
