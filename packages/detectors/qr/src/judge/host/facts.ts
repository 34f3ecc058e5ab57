import type { Link } from '../link.ts';
import { BUILDERS, CHEAP, DYNAMIC, SHORTENERS } from './services.ts';

/** What a link's spelling says of its host: numbers, flags as 0 or 1. Nothing is looked up. */
export interface HostFacts {
  readonly address: number;
  readonly disguisedAddress: number;
  readonly port: number;
  readonly user: number;
  readonly punycode: number;
  /** Letters of several scripts within one label. */
  readonly mixedScripts: number;
  readonly shared: number;
  readonly shortener: number;
  readonly dynamic: number;
  readonly builder: number;
  readonly cheapSuffix: number;
  readonly hostLength: number;
  readonly labelLength: number;
  readonly labels: number;
  readonly digits: number;
  readonly digitShare: number;
  readonly hyphens: number;
  readonly subHyphens: number;
  readonly longestLabel: number;
  /** Bits a character of the registered label. */
  readonly entropy: number;
  readonly vowelShare: number;
  readonly longestConsonants: number;
  /** Changes between letters and digits along the registered label. */
  readonly switches: number;
  readonly pathLength: number;
  readonly pathDepth: number;
  readonly pathDigits: number;
  readonly queryLength: number;
  readonly queryKeys: number;
  /** A query that names no key: `?k3f9a`. */
  readonly bareQuery: number;
  /** A link to an Android package. */
  readonly apk: number;
  /** A page of a script of the server: `login.php`. */
  readonly script: number;
}

const SCRIPTS = [/\p{sc=Latn}/u, /\p{sc=Cyrl}/u, /\p{sc=Grek}/u, /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}/u];

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
const longest = (text: string, what: RegExp) =>
  (text.match(what) ?? []).reduce((most, run) => Math.max(most, run.length), 0);

/** The host or one that it belongs to is in the set. */
export function belongsTo(host: string, services: ReadonlySet<string>): boolean {
  for (let at = 0; ; ) {
    if (services.has(host.slice(at))) return true;
    const dot = host.indexOf('.', at);
    if (dot < 0) return false;
    at = dot + 1;
  }
}

/** Shannon's entropy of a text's characters, in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const total = [...text].length;
  let bits = 0;
  for (const n of counts.values()) bits -= (n / total) * Math.log2(n / total);
  return bits;
}

export function hostFacts(link: Link): HostFacts {
  const { host, label, subdomain, path, query } = link;
  const letters = count(label, /[a-z]/g);
  const flag = (value: boolean) => (value ? 1 : 0);
  // `www.` says nothing of intent, and whether it is written is the sender's habit.
  const told = subdomain.replace(/^www(?:\.|$)/, '');
  const named = told ? `${told}.${link.domain}` : link.domain;
  return {
    address: flag(link.address !== null),
    disguisedAddress: flag(link.address === 'disguised'),
    port: flag(link.port !== ''),
    user: flag(link.user !== ''),
    punycode: flag(host.includes('xn--')),
    mixedScripts: flag(
      link.unicodeHost.split('.').some((part) => SCRIPTS.filter((script) => script.test(part)).length > 1),
    ),
    shared: flag(link.shared),
    shortener: flag(belongsTo(host, SHORTENERS)),
    dynamic: flag(belongsTo(host, DYNAMIC)),
    builder: flag(belongsTo(host, BUILDERS)),
    cheapSuffix: flag(CHEAP.has(link.suffix.slice(link.suffix.lastIndexOf('.') + 1))),
    hostLength: named.length,
    labelLength: label.length,
    labels: named.split('.').length,
    digits: count(named, /\d/g),
    digitShare: count(label, /\d/g) / Math.max(1, label.length),
    hyphens: count(label, /-/g),
    subHyphens: count(told, /-/g),
    longestLabel: Math.max(...named.split('.').map(({ length }) => length)),
    entropy: entropy(label),
    vowelShare: count(label, /[aeiou]/g) / Math.max(1, letters),
    longestConsonants: longest(label, /[bcdfghjklmnpqrstvwxz]+/g),
    switches: count(label, /[a-z](?=\d)|\d(?=[a-z])/g),
    pathLength: path.length - 1,
    pathDepth: path.split('/').filter(Boolean).length,
    pathDigits: count(path, /\d/g),
    queryLength: query.length,
    queryKeys: count(query, /=/g),
    bareQuery: flag(query !== '' && !query.includes('=')),
    apk: flag(/\.apk$/i.test(path) || /\.apk(?:$|&)/i.test(query)),
    script: flag(/\.(?:php\d?|aspx?|jsp|cgi|do)$/i.test(path)),
  };
}
