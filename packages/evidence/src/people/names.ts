/** Names in one writing: Chinese ones simplified and without blanks or dots, Latin ones in any order of their words. */
import { agree } from './agree.ts';
import { SIMPLIFIED } from './simplified.ts';

/** Characters frequent in names, traditional and simplified in turn, beside those of letters. */
const IN_NAMES =
  '偉伟劉刘趙赵吳吴楊杨蘇苏葉叶呂吕鍾钟鐘钟鄧邓蔣蒋閻阎龔龚譚谭湯汤盧卢龍龙鄒邹駱骆顏颜閔闵倫伦勳勋勛勋堯尧媽妈嬌娇嬋婵嫻娴峯峰崗岗嵐岚幟帜廬庐彥彦愷恺曉晓暉晖曄晔棟栋樑梁樺桦潤润澤泽濤涛瀾澜煒炜燁烨燦灿爍烁瑋玮瑤瑶瑩莹瓊琼璣玑' +
  '禎祯穎颖紋纹紹绍絢绚綺绮緯纬縈萦纓缨羣群翹翘聖圣聰聪膽胆艷艳莊庄蓮莲蔭荫蕭萧薔蔷藍蓝蘊蕴衛卫諾诺謙谦譽誉豐丰賢贤軒轩輝辉輯辑邁迈鄺邝鈞钧鈺钰鋒锋銘铭錦锦鋼钢隱隐雋隽靈灵韋韦韻韵頌颂頤颐馮冯馳驰駿骏騰腾驍骁鳳凤鴻鸿鵬鹏鶴鹤龐庞' +
  '亞亚儀仪傑杰凱凯剛刚勁劲勵励彌弥昇升獻献碩硕綱纲興兴萬万藝艺蘆芦詩诗諸诸貞贞貽贻';
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...SIMPLIFIED,
  ...Array.from({ length: IN_NAMES.length / 2 }, (_, i) => [IN_NAMES[2 * i]!, IN_NAMES[2 * i + 1]!] as const),
]);

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/** Names without blanks, the middle dots of transcribed names as one. */
export const plainName = (name: string): string => name.replace(/\s/g, '').replace(/[•‧・．.]/g, '·');

/** In which script a name is written; `null` where all of it is hidden, or it is in another. */
export function scriptOf(name: string): 'han' | 'latin' | null {
  if (HAN.test(name.replaceAll('某', ''))) return 'han';
  return LATIN.test(name) ? 'latin' : null;
}

/** A Chinese name as it is compared: one character to one character but for blanks and dots, which fall away; `某` hides. */
export const hanName = (name: string): string =>
  [...plainName(name.normalize('NFKC')).replace(/[·'’-]/g, '')]
    .map((character) => (character === '某' ? '*' : (PLAIN.get(character) ?? character)))
    .join('');

const latinWords = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}*]+/u)
    .filter((word) => word !== '');

/** Orders of so many words are all tried; longer names only as they stand and with one end moved to the other. */
const FEW = 4;

function orders(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length > FEW)
    return [words, [...words.slice(1), words[0]!], [words.at(-1)!, ...words.slice(0, -1)]];
  if (words.length < 2) return [words];
  return words.flatMap((word, i) => orders(words.toSpliced(i, 1)).map((rest) => [word, ...rest]));
}

const sameWord = (a: string, b: string) =>
  agree(a, b) || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** `San ZHANG`, `Zhang, San`, `ZhangSan`, `Zhang S.`: one name. */
function sameLatin(a: string, b: string): boolean {
  // The one of more words is put into other orders.
  const [left, right] = [latinWords(a), latinWords(b)].toSorted((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  const joined = left.join('');
  return orders(right).some(
    (words) =>
      agree(joined, words.join('')) ||
      (words.length === left.length && words.every((word, i) => sameWord(word, left[i]!))),
  );
}

/** Whether two names of one script may be one person's, as far as they are visible. */
export const sameName = (a: string, b: string): boolean =>
  scriptOf(a) === 'latin' ? sameLatin(a, b) : agree(hanName(a), hanName(b));
