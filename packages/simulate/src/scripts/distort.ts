import type { Random } from '../random.ts';

/** Words that agencies hide from filters. */
const HIDDEN = [
  '停息挂账',
  '个性化分期',
  '债务优化',
  '债务重组',
  '征信',
  '催收',
  '投诉',
  '减免利息',
  '退息',
  '银保监会',
  '罚息',
  '协商',
  '代理',
  '利息',
];
const SOUND_ALIKE: Readonly<Record<string, string>> = {
  账: '帐',
  征: '正',
  债: '宅',
  催: '崔',
  息: '西',
  诉: '素',
  协: '胁',
  停: '亭',
  优: '尤',
  信: '芯',
  监: '坚',
  罚: '伐',
  退: '褪',
};
const SPELT: Readonly<Record<string, string>> = {
  停: 'ting',
  息: 'xi',
  账: 'zhang',
  债: 'zhai',
  务: 'wu',
  征: 'zheng',
  信: 'xin',
  催: 'cui',
  诉: 'su',
  协: 'xie',
  退: 'tui',
  优: 'you',
};
const APART: Readonly<Record<string, string>> = {
  信: '亻言',
  债: '亻责',
  诉: '讠斥',
  征: '彳正',
  投: '扌殳',
  减: '冫咸',
  代: '亻弋',
};
const BETWEEN = [' ', '.', '·', '\u200b', '❤', '-', '*', '　', '✨'];
const SWAPPED = [
  ['的', '地'],
  ['在', '再'],
  ['做', '作'],
  ['已', '以'],
  ['他', '它'],
  ['账', '帐'],
  ['象', '像'],
  ['及', '急'],
] as const;

/** Hides some of the words that filters look for: letters apart, by sound, spelt out, or in radicals. */
export function evade(text: string, share: number, random: Random): string {
  let out = text;
  for (const word of HIDDEN) {
    if (!out.includes(word) || !random.chance(share)) continue;
    const way = random.weighted({ apart: 4, sound: 3, spelt: 1, radicals: 1 });
    const table = { sound: SOUND_ALIKE, spelt: SPELT, radicals: APART };
    const hidden =
      way === 'apart' ? [...word].join(random.pick(BETWEEN)) : replaceOne(word, table[way], random);
    out = out.replaceAll(word, hidden);
  }
  return out;
}

function replaceOne(word: string, table: Readonly<Record<string, string>>, random: Random): string {
  const places = [...word].filter((character) => character in table);
  if (places.length === 0) return word;
  const character = random.pick(places);
  return word.replace(character, table[character]!);
}

/** Slips of the input method: a character doubled, dropped, or taken for one of the same sound. @param rate slips a character */
export function mistype(text: string, rate: number, random: Random): string {
  const out: string[] = [];
  for (const character of text) {
    if (!random.chance(rate)) {
      out.push(character);
      continue;
    }
    const pair = SWAPPED.find((pair) => pair.some((one) => one === character));
    if (pair) out.push(pair[0] === character ? pair[1] : pair[0]);
    else if (random.chance(0.5)) out.push(character, character);
  }
  return out.join('');
}

/** How people end sentences: all of one text alike. */
export function punctuate(text: string, random: Random): string {
  const way = random.weighted({ plain: 6, half: 1, blanks: 1, shouting: 1, lines: 2 });
  if (way === 'half')
    return text.replace(
      /[，。：！？]/g,
      (mark) => ({ '，': ',', '。': '.', '：': ':', '！': '!', '？': '?' })[mark]!,
    );
  if (way === 'blanks') return text.replace(/[，。]/g, ' ');
  if (way === 'shouting') return text.replace(/。/g, '！！！');
  return way === 'lines' ? text.replace(/。/g, '。\n') : text;
}
