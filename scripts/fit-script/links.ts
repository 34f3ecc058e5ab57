import { agreement, type LinkFeatures, type LinkModel, linkFeatures } from '@jianzhen/detector-script';
import { calibrated } from '@jianzhen/evidence';
import { fitBeta } from '@jianzhen/learn';
import { type Example, fitLogistic, logit } from '../fit-templates/logistic.ts';
import { fingerprinted, simulatedLetters } from './letters.ts';

const COUNTS = { agencies: 60, lettersEach: 12, honest: 5000, publicLetters: 0 };
/** Pairs less alike than that tell nothing. */
const LEAST = 0.1;
/** Share of the pairs of strangers that may be linked on the seed that sets the threshold. */
const ALLOWED = 1e-7;

/** Weights on one seed, calibration and threshold on others. */
export function fitLinks(seed: string, held: readonly string[]): LinkModel {
  const weights = fitLogistic(pairsOf(seed).examples) as LinkModel['weights'];
  const sets = held.map(pairsOf);
  const examples = sets.flatMap((set) => set.examples);
  const pairs = sets.reduce((sum, set) => sum + set.pairs, 0);
  const scores = examples.map(({ features }) => logit(weights, features));
  const calibration = fitBeta(
    scores,
    examples.map(({ same }) => Number(same)),
  );
  const probabilities = (same: boolean) =>
    scores.filter((_, i) => examples[i]!.same === same).map((score) => calibrated(calibration, score));
  const wrong = probabilities(false).sort((a, b) => b - a);
  // Just above the first that must not pass.
  const threshold = Math.ceil(1e5 * wrong[Math.floor(ALLOWED * pairs)]! + 1) / 1e5;
  const right = probabilities(true);
  const found = right.filter((probability) => probability >= threshold).length;
  console.error(
    `links: ${((100 * found) / right.length).toFixed(1)}% of ${right.length} pairs of one script that are alike at all; ${pairs} pairs in all`,
  );
  return { weights, calibration, threshold };
}

/** Pairs that have something in common, and how many there are with those that have not. */
function pairsOf(seed: string): { readonly examples: Example[]; readonly pairs: number } {
  const letters = fingerprinted(simulatedLetters(seed, COUNTS));
  const examples: Example[] = [];
  for (let p = 1; p < letters.length; p++)
    for (let q = 0; q < p; q++) {
      const [a, b] = [letters[p]!, letters[q]!];
      const jaccard = agreement(a.fingerprint.sketch, b.fingerprint.sketch);
      if (jaccard < LEAST) continue;
      const features: LinkFeatures = linkFeatures(jaccard, a.fingerprint.shingles, b.fingerprint.shingles);
      examples.push({ features: { ...features }, same: a.script !== null && a.script === b.script });
    }
  return { examples, pairs: (letters.length * (letters.length - 1)) / 2 };
}
