// What the seals of the training set say: names made of characters drawn broadly, so that a network learns to read and not the simulator's names.
import { readFileSync } from 'node:fs';
import type { Random, SealKind, SealWords } from '@jianzhen/simulate';

interface Organisations {
  readonly suffixes: readonly string[];
  readonly subtitles: readonly string[];
  readonly squares: readonly string[];
  readonly words: readonly string[];
}

const { suffixes, subtitles, squares, words }: Organisations = JSON.parse(
  readFileSync(new URL('../../packages/detectors/seal/src/read/organisations.json', import.meta.url), 'utf8'),
);
/** GB 2312-80, level 1: 3,755 characters in common use, in the order of their codes. */
const COMMON = Array.from({ length: 0xd8 - 0xb0 }, (_, row) => {
  const bytes = Uint8Array.from({ length: 2 * 94 }, (_, i) => (i % 2 === 0 ? 0xb0 + row : 0xa1 + (i >> 1)));
  return [...new TextDecoder('gbk').decode(bytes)];
})
  .flat()
  .filter((letter) => /^\p{Script=Han}$/u.test(letter));
/** One in so many is kept out of the training set's free characters. */
const KEPT_OUT = 8;

/** `broad`: what is trained on; `unseen`: names of characters that broad ones never take freely. */
export type Vocabulary = 'broad' | 'unseen';

const LETTERS: Readonly<Record<Vocabulary, readonly string[]>> = {
  broad: COMMON.filter((_, i) => i % KEPT_OUT !== 3),
  unseen: COMMON.filter((_, i) => i % KEPT_OUT === 3),
};
const REGIONS = [
  ...[
    '北京',
    '天津',
    '上海',
    '重庆',
    '河北',
    '山西',
    '辽宁',
    '吉林',
    '黑龙江',
    '江苏',
    '浙江',
    '安徽',
    '福建',
    '江西',
  ],
  ...[
    '山东',
    '河南',
    '湖北',
    '湖南',
    '广东',
    '广西',
    '海南',
    '四川',
    '贵州',
    '云南',
    '西藏',
    '陕西',
    '甘肃',
    '青海',
  ],
  ...[
    '宁夏',
    '新疆',
    '内蒙古',
    '深圳',
    '广州',
    '杭州',
    '南京',
    '成都',
    '武汉',
    '西安',
    '长沙',
    '苏州',
    '青岛',
    '厦门',
  ],
];
const SEATS = ['', '', '省', '市', '市', '县', '区', '镇', '乡', '州', '自治县', '高新区', '开发区'];
const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const PROVINCES = [
  '11',
  '13',
  '21',
  '31',
  '32',
  '33',
  '35',
  '37',
  '41',
  '42',
  '43',
  '44',
  '45',
  '50',
  '51',
  '53',
  '61',
  '65',
];

const digits = (count: number, random: Random): string =>
  Array.from({ length: count }, () => random.integer(0, 9)).join('');

/** Names tried for one in characters that a face has. */
const TRIES = 60;

/**
 * Words of a seal of this kind, made of a vocabulary's characters and the ends that such names have. `covers`: whether a face has the
 * characters of a text; names are drawn until it has all of one, or up to a limit.
 */
export function drawBroadWords(
  vocabulary: Vocabulary,
  kind: SealKind,
  random: Random,
  covers: (text: string) => boolean = () => true,
): SealWords {
  const letter = (): string => {
    const drawn = random.pick(LETTERS[vocabulary]);
    return covers(drawn) ? drawn : letter();
  };
  const letters = (low: number, high: number) =>
    Array.from({ length: random.integer(low, high) }, letter).join('');
  const unseen = vocabulary === 'unseen';
  const square = kind === 'name' || kind === 'square';
  const purpose = kind === 'purpose' || kind === 'oval';
  const drawTitle = square ? squareTitle : ringTitle;
  let title = drawTitle();
  for (let i = 0; i < TRIES && !covers(title); i++) title = drawTitle();
  return {
    title,
    subtitle:
      kind === 'invoice'
        ? '发票专用章'
        : purpose
          ? random.chance(0.7)
            ? random.pick(subtitles)
            : `${letters(2, 4)}专用章`
          : null,
    centreText: kind === 'oval' && random.chance(0.6) ? date(random) : null,
    code:
      !square && kind !== 'invoice' && random.chance(0.75)
        ? random.chance(0.6)
          ? random.pick(PROVINCES) + digits(11, random)
          : digits(13, random)
        : null,
    taxNumber: kind === 'invoice' ? taxNumber(random) : null,
  };

  function ringTitle(): string {
    if (random.chance(0.15)) return letters(4, 15);
    const place = !unseen && random.chance(0.4) ? random.pick(REGIONS) : letters(2, 3);
    const seat = random.pick(SEATS);
    const suffix = random.pick(suffixes);
    const trade = random.chance(0.35) ? random.pick(words) : random.chance(0.6) ? letters(1, 4) : '';
    const brand = random.chance(0.85) ? letters(1, 4) : '';
    const branch = random.chance(0.06) ? `(${letters(2, 2)})` : '';
    const whole = place + seat + brand + trade + branch + suffix;
    return [...whole].length <= 20 ? whole : place + brand + suffix;
  }

  function squareTitle(): string {
    if (kind === 'square' && random.chance(0.4))
      return random.pick(squares.filter((word) => word.length < 5));
    if (kind === 'square') return letters(2, 4);
    const surname = unseen ? letters(1, 1) : random.pick(SURNAMES);
    const given = letters(1, 2);
    return `${surname}${given}${random.pick(given.length === 1 ? ['印', '之印'] : ['印', ''])}`;
  }
}

const date = (random: Random): string =>
  `20${digits(2, random)}.${String(random.integer(1, 12)).padStart(2, '0')}.${String(random.integer(1, 31)).padStart(2, '0')}`;

/** A unified credit code's form, or the 15 digits of older numbers. */
function taxNumber(random: Random): string {
  if (random.chance(0.1)) return digits(15, random);
  const tail = Array.from({ length: 10 }, () => random.pick([...CREDIT])).join('');
  const head = random.chance(0.8) ? '91' : random.pick(['92', '93', '12', '51', '52']);
  return random.chance(0.5)
    ? `${head}${digits(6, random)}MA${tail.slice(0, 8)}`
    : `${head}${digits(6, random)}${tail}`;
}
