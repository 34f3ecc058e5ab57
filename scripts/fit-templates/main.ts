// `node scripts/fit-templates/main.ts [--seeds f7,f8,f9,f10,f11,f12,f13,f14] [--held v7]`: fits the log-odds that two pages are of one template, on
// tuning pages of the simulator alone, sets their scale on others, and prints the weights of
// `packages/detectors/papers/src/template/verify/calibration.ts`.
import { parseArgs } from 'node:util';
import { verifyTemplate } from '@jianzhen/detector-papers';
import { simulatedPages } from '../../apps/cli/src/commands/template-set.ts';
import { type Example, logit } from './logistic.ts';
import { calibrated, fitTail } from './tail.ts';

const TEMPLATES = 200;
const FILLS = 4;
/** Of pairs of the same wording every fourth is taken, of near relations all; of others every two hundredth. */
const WORDING_EVERY = 4;
const OTHER_EVERY = 200;
const NEAR = 3;
const FAMILY = 10;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: 'f7,f8,f9,f10,f11,f12,f13,f14' },
    held: { type: 'string', default: 'v7' },
  },
});
const [examples, held] = [values.seeds, values.held].map((seeds) => seeds.split(',').flatMap(examplesOf)) as [
  Example[],
  Example[],
];
const weights = calibrated(fitTail(examples), held);
console.error(summary('fitted on', examples));
console.error(summary('held out', held));
console.log(JSON.stringify(weights, null, 2));

function examplesOf(seed: string): Example[] {
  const pages = simulatedPages({ pool: 'tuning', seed, templates: TEMPLATES, fills: FILLS });
  const examples: Example[] = [];
  let count = 0;
  for (let p = 0; p < pages.length; p++)
    for (let q = p + 1; q < pages.length; q++) {
      count++;
      const [a, b] = [Math.floor(p / FILLS), Math.floor(q / FILLS)];
      const kin = Math.floor(a / FAMILY) === Math.floor(b / FAMILY);
      if (!kin && count % OTHER_EVERY > 0) continue;
      if (kin && b - a > NEAR && count % WORDING_EVERY > 0) continue;
      const { features } = verifyTemplate(pages[p]!.fingerprint, pages[q]!.fingerprint);
      if (features) examples.push({ features, same: a === b });
    }
  return examples;
}

/** Recall where none, five and twenty of the pairs of different templates pass. */
function summary(name: string, pairs: readonly Example[]): string {
  const scores = (same: boolean) =>
    pairs.filter((pair) => pair.same === same).map(({ features }) => logit(weights, features));
  const [right, wrong] = [scores(true), scores(false).sort((a, b) => b - a)];
  const recall = (passing: number) =>
    ((100 * right.filter((score) => score > wrong[passing]!).length) / right.length).toFixed(2);
  return `${name} ${right.length} pairs of one template, ${wrong.length} of two: recall ${[0, 5, 20].map((passing) => `${recall(passing)}% at ${passing} false`).join(', ')}`;
}
