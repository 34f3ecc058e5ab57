// Made-up links with ground truth: what agents and phishers send, and what ordinary senders do. No host of anybody's is deceitful here: names are
// drawn letter by letter, and only official domains are real.
import { createRandom, type Random } from '../random.ts';

/** How a made-up link deceives; `ordinary` does not. */
export const LINK_KINDS = [
  'ordinary',
  'random-name',
  'brand-in-front',
  'brand-compound',
  'brand-typo',
  'address',
  'dynamic-dns',
  'package',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface SimulatedLink {
  readonly url: string;
  readonly kind: LinkKind;
  /** 1 where it is there to deceive. */
  readonly label: 0 | 1;
}

const BRANDS = [
  'icbc',
  'alipay',
  'cmbchina',
  'unionpay',
  'weixin',
  'taobao',
  'pingan',
  'webank',
  'amazon',
  'apple',
];
const WORDS = (
  'blog news garden river science history travel kitchen music paper forum open data field bridge coffee maker photo school library market ' +
  'street nature code design health story house green city museum yinshi lvyou jiaoyu keji wenhua shenghuo zhishi tushu'
).split(' ');
const CHEAP = ['top', 'xyz', 'cfd', 'icu', 'cyou', 'cn', 'vip', 'shop', 'com'];
const USUAL = ['com', 'com', 'com', 'org', 'net', 'cn', 'com.cn', 'io', 'edu.cn'];
const DYNAMIC = ['duckdns.org', 'workers.dev', 'pages.dev', 'vercel.app'];
const LURES = ['login', 'verify', 'safe', 'update', 'card', 'pay', 'service', 'account'];

const letters = (random: Random, length: number, of = 'abcdefghijklmnopqrstuvwxyz') =>
  Array.from({ length }, () => of[random.integer(0, of.length - 1)]!).join('');
const scrambled = (random: Random) =>
  letters(
    random,
    random.integer(5, 11),
    random.chance(0.4) ? 'abcdefghijklmnopqrstuvwxyz0123456789' : undefined,
  );

/** A letter doubled, dropped or swapped with the next. */
function slipped(random: Random, name: string): string {
  const at = random.integer(1, name.length - 2);
  const [before, letter, after] = [name.slice(0, at), name[at]!, name.slice(at + 1)];
  return random.pick([
    before + letter + letter + after,
    before + after,
    before + after[0]! + letter + after.slice(1),
  ]);
}

function lurePath(random: Random): string {
  if (random.chance(0.6)) return '/';
  return random.pick([
    `/${random.pick(LURES)}`,
    `/?${letters(random, 8)}`,
    `/${letters(random, 6)}`,
    `/${random.pick(LURES)}.php`,
  ]);
}

function ordinaryPath(random: Random): string {
  if (random.chance(0.4)) return '/';
  const slug = Array.from({ length: random.integer(2, 5) }, () => random.pick(WORDS)).join('-');
  const year = random.integer(2012, 2024);
  return random.pick([
    `/${slug}/`,
    `/${year}/${random.integer(1, 12)}/${slug}`,
    `/posts/${slug}.html`,
    `/article/${random.integer(1000, 999_999)}`,
  ]);
}

const MAKE: Readonly<Record<LinkKind, (random: Random) => string>> = {
  ordinary: (random) => {
    const name = random.pick(WORDS) + (random.chance(0.6) ? random.pick(WORDS) : '');
    const front = random.pick(['', '', 'www.', 'blog.', 'm.']);
    return `${front}${name}.${random.pick(USUAL)}${ordinaryPath(random)}`;
  },
  'random-name': (random) =>
    `${random.chance(0.3) ? 'www.' : ''}${scrambled(random)}.${random.pick(CHEAP)}${lurePath(random)}`,
  'brand-in-front': (random) =>
    `${random.pick(BRANDS)}.${random.pick(['com', 'cn', 'co.jp'])}.${scrambled(random)}.${random.pick(CHEAP)}${lurePath(random)}`,
  'brand-compound': (random) =>
    `${random.pick(BRANDS)}-${random.pick(LURES)}${random.chance(0.5) ? random.integer(1, 99) : ''}.${random.pick(CHEAP)}${lurePath(random)}`,
  'brand-typo': (random) => {
    const long = BRANDS.filter(({ length }) => length >= 6);
    return `${slipped(random, random.pick(long))}.${random.pick(CHEAP)}${lurePath(random)}`;
  },
  address: (random) =>
    `${Array.from({ length: 4 }, () => random.integer(11, 250)).join('.')}${random.chance(0.5) ? `:${random.integer(2000, 60_000)}` : ''}${lurePath(random)}`,
  'dynamic-dns': (random) => `${scrambled(random)}.${random.pick(DYNAMIC)}${lurePath(random)}`,
  package: (random) =>
    `${scrambled(random)}.${random.pick(CHEAP)}/${random.pick(['app', 'down', 'android'])}/${letters(random, 5)}.apk`,
};

/** Half of them ordinary, the rest of all other kinds in turn. */
export function simulatedLinks(options: {
  readonly seed: string | number;
  readonly size: number;
}): SimulatedLink[] {
  const random = createRandom('links', options.seed);
  const deceits = LINK_KINDS.slice(1);
  return Array.from({ length: options.size }, (_, i) => {
    const kind = i % 2 === 0 ? 'ordinary' : deceits[(i >> 1) % deceits.length]!;
    return {
      url: `${random.chance(0.8) ? 'https' : 'http'}://${MAKE[kind](random)}`,
      kind,
      label: kind === 'ordinary' ? 0 : 1,
    };
  });
}
