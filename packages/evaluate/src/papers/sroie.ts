/**
 * Receipts of ICDAR 2019 SROIE ("Scanned Receipts OCR and Information Extraction", task 3): total, date and company against `key`.
 * Values are compared by what they say: amounts in cents, days of any writing, companies without blanks, case and punctuation.
 */
import { fieldOutcomes } from './outcome.ts';
import type { FieldOutcome, PaperReading } from './types.ts';

export interface SroieKey {
  readonly company: string;
  readonly date: string;
  readonly total: string;
}

const cents = (text: string): string => {
  const match = /\d[\d,]*(?:\.\d+)?/.exec(text);
  return match ? Number(match[0].replaceAll(',', '')).toFixed(2) : text;
};

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const pad = (value: string | number) => String(value).padStart(2, '0');

/** Malaysian receipts write the day first. `2018-10-19` of any of the set's writings; the text itself where it is none. */
export function sroieDay(text: string): string {
  const plain = text.toUpperCase().replace(/\s/g, '');
  const year = (digits: string) => (digits.length === 2 ? `20${digits}` : digits);
  const iso = /(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})/.exec(plain);
  if (iso) return `${iso[1]}-${pad(iso[2]!)}-${pad(iso[3]!)}`;
  const run = /^(20\d\d)([01]\d)([0-3]\d)/.exec(plain);
  if (run) return `${run[1]}-${run[2]}-${run[3]}`;
  const figures = /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)/.exec(plain);
  if (figures) return `${year(figures[3]!)}-${pad(figures[2]!)}-${pad(figures[1]!)}`;
  const words = /(\d{1,2})[-/.,]?([A-Z]{3})[A-Z]*[-/.,]?(\d{4}|\d\d)/.exec(plain);
  const month = words ? MONTHS.indexOf(words[2]!) + 1 : 0;
  if (words && month > 0) return `${year(words[3]!)}-${pad(month)}-${pad(words[1]!)}`;
  const first = /([A-Z]{3})[A-Z]*[-/.,]?(\d{1,2}),?(\d{4})/.exec(plain);
  const named = first ? MONTHS.indexOf(first[1]!) + 1 : 0;
  return first && named > 0 ? `${first[3]}-${pad(named)}-${pad(first[2]!)}` : plain;
}

const letters = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Field of the reader, and in which form both are compared. */
const FIELDS = {
  total: ['amount', cents],
  date: ['issued', sroieDay],
  company: ['company', letters],
} as const;

/** Total, date and company of a receipt against its key; a key that the set leaves empty is left out. */
export const sroieOutcomes = (key: SroieKey, fields: PaperReading['fields']): FieldOutcome[] =>
  Object.entries(FIELDS).flatMap(([name, [own, plain]]) => {
    const expected = key[name as keyof SroieKey];
    return expected ? fieldOutcomes({ [name]: expected }, fields, { [name]: own }, plain) : [];
  });
