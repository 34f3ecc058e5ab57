import type { TemplateWord } from '../types.ts';

/** Characters of labels that are known with one of them misread, and of names that are known by a part. */
const LABEL = 4;
const NAME = 6;

/** Whether one of them is a label and a single character is another, is missing or was put in. */
export function isOneOff(one: TemplateWord, other: TemplateWord): boolean {
  if (one.role !== 'label' && other.role !== 'label') return false;
  const [short, long] = [one.text, other.text].sort((a, b) => a.length - b.length) as [string, string];
  const more = long.length - short.length;
  if (short.length < LABEL || more > 1) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head++;
  return short.slice(head + 1 - more) === long.slice(head + 1);
}

/** Whether one of them is wholly in the other: an issuer whose place was read apart from it. */
export function isPart({ text: one }: TemplateWord, { text: other }: TemplateWord): boolean {
  return Math.min(one.length, other.length) >= NAME && (one.includes(other) || other.includes(one));
}
