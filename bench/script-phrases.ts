import { createScriptDetector, findPhrases, phraseProbability } from '@jianzhen/detector-script';
import { auc, wilson } from '@jianzhen/evaluate';
import { expectedCalibrationError } from '@jianzhen/learn';
import {
  createAgencyScript,
  createRandom,
  type Random,
  writeAgencyText,
  writeHonestText,
  writePublicLetter,
} from '@jianzhen/simulate';
import type { BenchRow } from './table.ts';

const LETTERS = 2000;

type Write = (random: Random, i: number) => string;

const agency =
  (rewriting: 'light' | 'medium' | 'heavy'): Write =>
  (random, i) =>
    writeAgencyText(createAgencyScript('bench phrases', i), rewriting, random).text;
const WRITERS: Readonly<Record<string, Write>> = {
  'agencies, light rewriting': agency('light'),
  'agencies, medium rewriting': agency('medium'),
  'agencies, heavy rewriting': agency('heavy'),
  'own words': (random) => writeHonestText(random).text,
  'copied from the Internet': (random) => writePublicLetter(random).text,
};

/** Phrases in simulated letters of unseen seeds, a new agency each: how often they are a finding, and what the probability is worth. */
export async function run(): Promise<BenchRow[]> {
  const detector = createScriptDetector();
  const scores = new Map<string, number[]>();
  const rows = Object.entries(WRITERS).map(([name, write]) => {
    const random = createRandom('bench phrases', name);
    const texts = Array.from({ length: LETTERS }, (_, i) => write(random, i));
    const probabilities = texts.map((text) => phraseProbability(findPhrases(text)));
    scores.set(name, probabilities);
    const told = texts.filter((text) =>
      detector.examine({ text }).findings.some(({ severity }) => severity === 'low'),
    ).length;
    const { low, high } = wilson(told, LETTERS);
    return {
      letters: name,
      count: LETTERS,
      'found %': percent(told / LETTERS),
      'from %': percent(low),
      'to %': percent(high),
    };
  });
  // As many honest letters as agents', which is what the probabilities are calibrated for.
  const honest = ['own words', 'copied from the Internet'].flatMap((name) =>
    scores.get(name)!.slice(0, LETTERS / 2),
  );
  return rows.map((row) => {
    const own = scores.get(row.letters)!;
    if (!row.letters.startsWith('agencies'))
      return { ...row, 'AUC against honest': '', 'calibration error': '' };
    const labels = [...own.map(() => 1), ...honest.map(() => 0)];
    const all = [...own, ...honest];
    return {
      ...row,
      'AUC against honest': auc(all, labels).toFixed(3),
      'calibration error': expectedCalibrationError(all, labels).toFixed(3),
    };
  });
}

const percent = (share: number) => Number((100 * share).toFixed(1));
