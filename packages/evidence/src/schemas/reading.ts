import { type Static, Type } from 'typebox';
import { Message } from './message.ts';
import { Region } from './region.ts';

const Share = Type.Number({ minimum: 0, maximum: 1 });

/** A run of characters of one class (digits, Latin letters, others) within a line: what a finding can be said to touch. */
export const TextRun = Type.Object({ text: Type.String(), region: Region }, { $id: 'TextRun' });
export type TextRun = Static<typeof TextRun>;

export const TextLine = Type.Object(
  {
    text: Type.String(),
    /** Mean of the characters' confidences. */
    confidence: Share,
    region: Region,
    runs: Type.Array(TextRun),
  },
  { $id: 'TextLine' },
);
export type TextLine = Static<typeof TextLine>;

/** What of a person a field states. */
export const Subject = Type.Enum(['name', 'identity-number', 'phone', 'bank-card'], { $id: 'Subject' });
export type Subject = Static<typeof Subject>;

/** A value that a paper of this kind has. */
export const ReadField = Type.Object(
  {
    /** Stable name, `kebab-case`. */
    name: Type.String(),
    /** What people call it. */
    label: Message,
    /** As it stands on the page. */
    text: Type.String(),
    /** Normalised: dates `YYYY-MM-DD`, amounts in yuan `1234.50`, numbers without blanks. */
    value: Type.String(),
    /** Least confidence of its characters. */
    confidence: Share,
    region: Region,
    /** Where it speaks of the person whose case it is: of what of him; else null. */
    subject: Type.Union([Subject, Type.Null()]),
  },
  { $id: 'ReadField' },
);
export type ReadField = Static<typeof ReadField>;

export const ReadTable = Type.Object(
  {
    name: Type.String(),
    region: Region,
    /** Rows from the top: normalised values by column name; what could not be read is left out. */
    rows: Type.Array(Type.Record(Type.String(), Type.String())),
  },
  { $id: 'ReadTable' },
);
export type ReadTable = Static<typeof ReadTable>;

/** What was read on a page. Regions are in pixels of the page as decoded. */
export const Reading = Type.Object(
  {
    /** What the paper is; `unknown` where nothing speaks clearly enough. */
    kind: Type.Object({
      name: Type.String(),
      label: Message,
      /** Words on the page, and features of its layout, that spoke for it, the weightiest first. */
      reasons: Type.Array(Type.String()),
    }),
    fields: Type.Array(ReadField),
    tables: Type.Array(ReadTable),
    /** All text in reading order. */
    lines: Type.Array(TextLine),
  },
  { $id: 'Reading' },
);
export type Reading = Static<typeof Reading>;
