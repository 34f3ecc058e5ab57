import type { TemplateWord } from '../types.ts';
import type { Anchors } from './anchors.ts';
import type { Segment } from './segments.ts';

/** What a word that both pages have is worth: a label or heading, a long word, a plain or short one that may be a value, or nothing. */
export type Class = 'label' | 'long' | 'plain' | 'short' | 'none';

/** Characters of long words and of plain ones; and how much alike what may be a label in running text is. */
const LONG = 6;
const PLAIN = 4;
const ALIKE = 0.8;

/**
 * Running text moves along with values, what follows a colon is one, and so are entries of a list. A line that looks like running
 * text on one page alone may hold a label all the same.
 */
export function classOf(
  [a, b]: readonly [Anchors, Anchors],
  words: readonly [readonly TemplateWord[], readonly TemplateWord[]],
  { first, second, alike }: Segment,
): Class {
  const [one, other] = [words[0][first]!, words[1][second]!];
  const roles = [one.role, other.role];
  const length = Math.min(one.text.length, other.text.length);
  if (roles.includes('flow')) {
    if (roles.every((role) => role === 'flow' || role === 'value')) return 'none';
    if (alike < ALIKE || length < PLAIN) return 'none';
    // A long heading over a line that begins where it does looks like running text, too.
    return length <= LONG ? 'label' : roles.includes('title') ? 'long' : 'none';
  }
  if (roles.includes('label')) return 'label';
  if (roles.includes('value') || (a.entry[first] && b.entry[second])) return 'none';
  if (roles.every((role) => role === 'title')) return 'label';
  return length >= LONG ? 'long' : length >= PLAIN ? 'plain' : 'short';
}
