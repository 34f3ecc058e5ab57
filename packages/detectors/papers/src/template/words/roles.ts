import { builtInKinds, commonSpec } from '../../kinds/built-in.ts';
import { foldText } from '../../reading/plain.ts';
import type { WordRole } from '../types.ts';

/** Weight of a piece of text: labels and headings belong to the form, what follows a colon to the person. */
export const ROLE_WEIGHT: Readonly<Record<WordRole, number>> = {
  title: 1.5,
  label: 2,
  plain: 1,
  flow: 0.3,
  value: 0.2,
};

const fields = [commonSpec, ...builtInKinds].flatMap((kind) => kind.fields);
const columns = builtInKinds.flatMap(({ tables }) => tables).flatMap((table) => table.columns);

/** Labels of fields and columns that kinds of vouchers know, folded. */
const LABELS: ReadonlySet<string> = new Set(
  [...fields, ...columns]
    .flatMap(({ labels }) => labels)
    .map(foldText)
    .filter((label) => label.length >= 2),
);
const LONGEST = Math.max(...[...LABELS].map((label) => label.length));

export const isKnownLabel = (text: string): boolean => LABELS.has(text);

/** The longest known label that a text ends with, in characters; 0 where none. */
export function labelAtEnd(text: string): number {
  for (let length = Math.min(LONGEST, text.length); length >= 2; length--)
    if (LABELS.has(text.slice(-length))) return length;
  return 0;
}

/** The longest known label that a text begins with, in characters; 0 where none. */
export function labelAtStart(text: string): number {
  for (let length = Math.min(LONGEST, text.length); length >= 2; length--)
    if (LABELS.has(text.slice(0, length))) return length;
  return 0;
}
