// Writes packages/detectors/papers/src/typography/usual.json: by how much a digit differs from the others of its number, and a number from
// the text beside it, in the mean of genuine pages kept in a folder, and how far pages differ in it. Twice, since the second needs the first.
// node scripts/fit-typography/usual.ts FOLDER [OUT]
import { writeFileSync } from 'node:fs';
import { shownDifferences } from '@jianzhen/detector-papers';
import { keptPages } from './samples.ts';

const [
  folder,
  out = new URL('../../packages/detectors/papers/src/typography/usual.json', import.meta.url).pathname,
] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node scripts/fit-typography/usual.ts FOLDER [OUT]');
  process.exit(2);
}
/** Pages with fewer of a kind tell nothing of it; how numbers scatter takes more. */
const LEAST = 2;
const LEAST_SCATTER = 4;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const strays = (values: readonly number[]) => {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
};

const shown = new Map<string, number[]>();
const add = (key: string, value: number) => shown.set(key, [...(shown.get(key) ?? []), value]);
for (const { edits, read, image } of keptPages(folder)) {
  if (edits.length > 0) continue;
  const { digits, besides, measures } = shownDifferences(await image(), read);
  for (const { text, count, effect } of digits) {
    if (count < LEAST) continue;
    for (const [property, value] of Object.entries(effect)) add(`${text}/${property}`, value);
  }
  for (const script of ['han', 'latin']) {
    for (const measure of measures) {
      const values = besides
        .filter((number) => number.script === script)
        .map((number) => number.measures[measure])
        .filter(Number.isFinite);
      if (values.length >= LEAST) add(`${script}/${measure}`, median(values));
      if (values.length >= LEAST_SCATTER) add(`${script}/${measure} within`, strays(values));
    }
  }
}
const usual: Record<string, Record<string, number[]>> = {};
for (const [key, values] of [...shown].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [whose, measure] = key.split('/') as [string, string];
  usual[whose] = {
    ...usual[whose],
    [measure]: [median(values), strays(values)].map((value) => Number(value.toFixed(4))),
  };
}
writeFileSync(out, `${JSON.stringify(usual)}\n`);
