// `node scripts/fit-templates/main.ts [--seeds f7,f8]`: fits the log-odds that two pages are of one template, on tuning pages of the
// simulator alone, and prints the weights of `packages/detectors/papers/src/template/verify/calibration.ts`.
import { parseArgs } from 'node:util';
import { verifyTemplate } from '@jianzhen/detector-papers';
import { simulatedPages } from '../../apps/cli/src/commands/template-set.ts';
import { type Example, fitLogistic } from './logistic.ts';

const TEMPLATES = 120;
const FILLS = 6;
/** Of pairs of the same wording every fourth is taken, of near relations all; of others every two hundredth. */
const WORDING_EVERY = 4;
const OTHER_EVERY = 200;
const NEAR = 3;
const FAMILY = 10;

const { values } = parseArgs({ options: { seeds: { type: 'string', default: 'f7,f8' } } });
const examples = values.seeds.split(',').flatMap(examplesOf);
console.error(`${examples.length} pairs, ${examples.filter(({ same }) => same).length} of one template`);
console.log(JSON.stringify(fitLogistic(examples), null, 2));

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
