// Unicode Technical Standard #39, "Unicode Security Mechanisms", section 4: two names are confusable when their skeletons are the same. Only what
// may stand in a domain and looks Latin is here.

const ALIKE: readonly (readonly [string, string])[] = [
  ['a', 'аɑαáàâäãåāăąạả'],
  ['b', 'Ьвßḅ'],
  ['c', 'сϲçćčĉċ'],
  ['d', 'ԁɗďđḍ'],
  ['e', 'еҽєéèêëēĕėęěẹẻ'],
  ['f', 'ƒ'],
  ['g', 'ɡğģġǵց'],
  ['h', 'һհĥħḥ'],
  ['j', 'јϳĵ'],
  ['k', 'кκķ'],
  ['l', 'i1|іιíìîïīĭįıịỉӏⅼłĺļľḷ'],
  ['m', 'мṃ'],
  ['n', 'ոńņňñṇп'],
  ['o', '0оοօóòôöõøōŏőọỏσ'],
  ['p', 'рρ'],
  ['q', 'ԛգ'],
  ['r', 'гŕŗřṛ'],
  ['s', '5ѕśŝşšṣș'],
  ['t', 'тτţťŧṭț'],
  ['u', 'υսúùûüũūŭůűųụủ'],
  ['v', 'ѵν'],
  ['w', 'ԝωŵшщ'],
  ['x', 'хχ'],
  ['y', 'уγýÿŷỵ'],
  ['z', 'ᴢźżžẓ'],
];
const LATIN = new Map(ALIKE.flatMap(([latin, likes]) => [...likes].map((like) => [like, latin] as const)));
/** Pairs of letters that read as one. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
];

/** What a name looks like: compatible forms folded, look-alikes made Latin, pairs of letters that read as one joined. */
export function skeleton(name: string): string {
  let out = '';
  for (const character of name.normalize('NFKC').toLowerCase()) out += LATIN.get(character) ?? character;
  for (const [pair, one] of PAIRS) out = out.replace(pair, one);
  return out;
}
