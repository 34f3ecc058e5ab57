import type { Link } from '../link.ts';
import { addGrams, addWord } from './hash.ts';

/** The parts of a link that the text model reads, each with n-grams of its own. */
export const FIELDS = ['label', 'suffix', 'subdomain', 'path', 'query', 'shape'] as const;
export type Field = (typeof FIELDS)[number];

/** Characters of a path or query that are read. */
const READ = 120;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Lower-case; every character beyond ASCII is one sign and every digit another: what a title says is nobody's intent. */
const plain = (text: string) =>
  decoded(text)
    .toLowerCase()
    .slice(0, READ)
    .replace(/[^\0-\x7f]+/g, '文')
    .replace(/\d/g, '0');

/** Runs of letters, of digits and hyphens as one sign each: `ab12-c` → `a0-a`. */
const outline = (text: string) =>
  text
    .replace(/[^\0-\x7f]+/g, '文')
    .replace(/[a-z]+/g, 'a')
    .replace(/\d+/g, '0');

/**
 * What the text model sees of a link: slots of n-grams in a table of 2^bits, by field. Habits of the sender are left out: the scheme, a `www.` in front, the slash at the end,
 * capitals; whether there is a path at all is seen in one place only, the shapes.
 */
export function linkSlots(link: Link, bits: number): Readonly<Record<Field, readonly number[]>> {
  const { suffix, address } = link;
  const label = link.label.toLowerCase();
  const subdomain = link.subdomain.toLowerCase().replace(/^www(?:\.|$)/, '');
  const path = plain(link.path).replace(/\/+$/, '');
  const query = plain(link.query);
  const slots: Record<Field, number[]> = {
    label: [],
    suffix: [],
    subdomain: [],
    path: [],
    query: [],
    shape: [],
  };
  const grams = (field: Field, text: string, from: number, to: number) =>
    addGrams(slots[field], `${field[0]}^${text}$`, 1, from, to, bits);
  const word = (field: Field, text: string) => addWord(slots[field], `${field}=${text}`, bits);
  const split = (field: Field, text: string) => {
    for (const part of text.split(/[^a-z文]+/)) if (part.length > 1) word(field, part);
  };
  const lengthOf = ({ length }: string) => (length < 12 ? length : length < 20 ? 12 : length < 30 ? 20 : 30);
  if (address === null) {
    grams('label', label, 2, 5);
    split('label', label);
    word('suffix', suffix);
    word('suffix', `.${suffix.slice(suffix.lastIndexOf('.') + 1)}`);
    const shape = outline(label);
    word('shape', `${suffix} ${shape}`);
    word('shape', `${suffix} ${shape} ${lengthOf(label)}`);
    word('shape', `${shape} ${lengthOf(label)}`);
    word('shape', link.shared ? 'shared' : 'own');
  } else word('suffix', `address ${address}`);
  if (subdomain) {
    grams('subdomain', subdomain, 2, 4);
    split('subdomain', subdomain);
    word('shape', `sub ${outline(subdomain).slice(0, 20)}`);
    word('shape', `sub ${lengthOf(subdomain)} ${suffix}`);
  }
  if (path) {
    grams('path', path, 3, 5);
    split('path', path);
    const segments = path.slice(1).split('/');
    word('shape', `depth ${Math.min(5, segments.length)}`);
    word('shape', `end ${outline(segments.at(-1)!).slice(0, 24)}`);
  }
  if (query) {
    grams('query', query, 3, 4);
    for (const pair of query.split('&')) word('query', pair.split('=')[0]!);
    word('shape', `query ${outline(query).slice(0, 24)}`);
    word('shape', `query ${Math.min(30, query.length)}`);
  }
  word('shape', `${suffix} ${path ? 'path' : ''} ${query ? 'query' : ''}`);
  return slots;
}
