import { eachTrigram, type NameModel, TRIGRAM_SCALE } from '@jianzhen/detector-qr';
import type { UrlSample } from '../../apps/cli/src/commands/eval-url/data.ts';

/** Links that a word must be in. */
const LEAST_LINKS = 2;
const LEAST_LETTERS = 4;
const LONGEST = 14;
/** Share of the trigram's own estimate that goes to letters regardless of context. */
const SMOOTHING = 0.1;

/** Words and letters of the paths of ordinary links; their hosts' own names are not read, or the trees would know them again. */
export function fitNames(train: readonly UrlSample[]): NameModel {
  const links = new Map<string, number>();
  for (const { link, source } of train) {
    if (source !== 'benign') continue;
    const seen = new Set(link.path.toLowerCase().match(/(?<![a-z0-9%])[a-z]{3,14}(?![a-z0-9])/g) ?? []);
    for (const word of seen) links.set(word, (links.get(word) ?? 0) + 1);
  }
  const counts = new Float64Array(27 ** 3).fill(SMOOTHING);
  for (const word of links.keys())
    eachTrigram(word, (slot) => {
      counts[slot]!++;
    });
  const trigrams = new Int8Array(27 ** 3);
  for (let pair = 0; pair < 27 ** 2; pair++) {
    const row = counts.subarray(27 * pair, 27 * pair + 27);
    const total = row.reduce((a, b) => a + b, 0);
    row.forEach((count, c) => {
      trigrams[27 * pair + c] = Math.max(-127, Math.round(TRIGRAM_SCALE * Math.log(count / total)));
    });
  }
  const words = [...links].filter(
    ([word, n]) => n >= LEAST_LINKS && word.length >= LEAST_LETTERS && word.length <= LONGEST,
  );
  return { trigrams, words: new Set(words.map(([word]) => word).sort()) };
}
