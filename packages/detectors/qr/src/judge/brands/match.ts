import { belongsTo } from '../host/facts.ts';
import type { Link } from '../link.ts';
import { editDistance } from './distance.ts';
import { skeleton } from './skeleton.ts';
import { BRANDS, type Brand, OPEN_HOSTS } from './table.ts';

/** How a link bears a brand's name without being the brand's, the plainest deceit first. */
export const LIKENESSES = ['confusable', 'typo', 'subdomain', 'compound', 'other-suffix', 'path'] as const;
export type LikenessKind = (typeof LIKENESSES)[number];

export interface Likeness {
  readonly kind: LikenessKind;
  readonly brand: Brand;
  /** The part of the link that looks like the brand, in Unicode. */
  readonly part: string;
}

interface Name {
  readonly name: string;
  readonly shape: string;
  readonly brand: Brand;
}

const NAMES: readonly Name[] = BRANDS.flatMap((brand) =>
  brand.names.map((name) => ({ name, shape: skeleton(name), brand })),
);
const BY_NAME = new Map(NAMES.map((name) => [name.name, name]));
const BY_SHAPE = new Map(NAMES.map((name) => [name.shape, name]));
const OWNERS = new Map(BRANDS.flatMap((brand) => brand.domains.map((domain) => [domain, brand] as const)));
/** Names shorter than this are words of their own or nothing. */
const WITHIN = 5;
/** Least lengths of names from which one and two slips make a typo. */
const ONE_SLIP = 6;
const TWO_SLIPS = 10;
/** Words that are one slip away from a brand's name, or hold one, by chance. */
const CHANCE = new Set([
  'pineapple',
  'snapple',
  'grapple',
  'applegate',
  'applebee',
  'adobes',
  'finance',
  'balance',
]);

/** Whose a link's host is, and whether strangers publish under it too. */
export function ownerOf(host: string): { brand: Brand; open: boolean } | null {
  for (let at = 0; ; ) {
    const brand = OWNERS.get(host.slice(at));
    if (brand) return { brand, open: belongsTo(host, OPEN_HOSTS) };
    const dot = host.indexOf('.', at);
    if (dot < 0) return null;
    at = dot + 1;
  }
}

const words = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** A brand's name that a word is, or has within it; the longest counts. */
function named(word: string): Name | undefined {
  const bare = word.replace(/^\d+|\d+$/g, '');
  const whole = BY_NAME.get(word) ?? BY_NAME.get(bare);
  if (whole) return whole;
  if (CHANCE.has(word)) return undefined;
  let best: Name | undefined;
  for (const name of NAMES)
    if (name.name.length >= WITHIN && name.name.length > (best?.name.length ?? 0) && word.includes(name.name))
      best = name;
  return best;
}

function typo(word: string, shape: string): Name | undefined {
  if (CHANCE.has(word)) return undefined;
  return NAMES.find(({ name, shape: like }) => {
    const most = name.length >= TWO_SLIPS ? 2 : name.length >= ONE_SLIP ? 1 : 0;
    // A plural or another ending is no slip.
    if (most === 0 || word.startsWith(name)) return false;
    return editDistance(shape, like, most) <= most;
  });
}

/** Every way in which a link that is nobody's in the table looks like somebody's; the plainest first. */
export function likenesses(link: Link): Likeness[] {
  if (link.address !== null || ownerOf(link.host)) return [];
  const found: Likeness[] = [];
  const add = (kind: LikenessKind, { brand }: Name, part: string) => found.push({ kind, brand, part });
  const label = link.label.toLowerCase();
  const whole = BY_NAME.get(label);
  if (whole) add('other-suffix', whole, link.domain);
  else look(label, 'compound', add);
  for (const part of link.subdomain.toLowerCase().split('.')) look(part, 'subdomain', add);
  for (const word of words(link.path.toLowerCase())) {
    const name = BY_NAME.get(word);
    if (name && word.length >= WITHIN) add('path', name, word);
  }
  const order = ({ kind }: Likeness) => LIKENESSES.indexOf(kind);
  return found.sort((a, b) => order(a) - order(b));
}

/** One label of a host: a brand's name as a word or within one, a look-alike, a typo. */
function look(
  label: string,
  where: 'compound' | 'subdomain',
  add: (kind: LikenessKind, name: Name, part: string) => void,
): void {
  const joined = label.replaceAll('-', '');
  const parts = new Set([...words(label), joined]);
  for (const word of parts) {
    const name = named(word);
    if (name) {
      add(where, name, label);
      return;
    }
  }
  for (const word of parts) {
    if (word.length < WITHIN - 1) continue;
    const shape = skeleton(word);
    const alike = BY_SHAPE.get(shape);
    const confusable = alike && alike.name.length >= WITHIN - 1 ? alike : undefined;
    const slip = confusable ?? typo(word, shape);
    if (!slip) continue;
    add(confusable ? 'confusable' : 'typo', slip, label);
    return;
  }
}
