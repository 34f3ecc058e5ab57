// `node scripts/fit-gangs/main.ts [--worlds 8] [--sizes 1000,4000,20000,100000] [--plain 200] [--write]`: fits how probable it is that a group is of organised people, on
// tuning worlds alone, measures it on others of them, and prints the weights of `packages/gangs/src/score/model.json`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { auc } from '@jianzhen/evaluate';
import { expectedCalibrationError } from '@jianzhen/learn';
import { DIFFICULTIES } from '@jianzhen/simulate';
import { tuningWorld } from '../../apps/cli/src/commands/eval-gang/seeds.ts';
import { fitLogistic, logit } from '../fit-templates/logistic.ts';
import { type Judged, judgedGroups, plainGroups } from './groups.ts';

const MODEL = join(import.meta.dirname, '../../packages/gangs/src/score/model.json');
/** Seeds of the worlds that are fitted on, and of those that the fit is measured on. */
const FITTED = 11;
const HELD = 12;
const DIGITS = 6;

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '8' },
    sizes: { type: 'string', default: '1000,4000,20000,100000' },
    plain: { type: 'string', default: '200' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const examples = worldsOf(FITTED, Number(values.worlds));
const held = worldsOf(HELD, Math.ceil(Number(values.worlds) / 2));
const plain = plainWorlds(FITTED, Number(values.plain));
const plainHeld = plainWorlds(HELD, Math.ceil(Number(values.plain) / 2));
const simulated = examples.length;
examples.push(...plain);
// As often as they occur: a balanced fit would call one group in two a gang.
// The small, clean worlds have many groups and few surprises: in all they weigh as much as the others.
const share = simulated / plain.length;
const weights = fitLogistic(
  examples,
  examples.map((_, i) => (i < simulated ? 1 : share)),
);
console.error(summary('fitted on', examples));
console.error(summary('held out', held));
console.error(summary('held out, small and clean', plainHeld));
const { intercept, ...rest } = Object.fromEntries(
  Object.entries(weights).map(([name, weight]) => [name, Number(weight.toPrecision(DIGITS))]),
);
const text = `${JSON.stringify({ intercept, weights: rest }, null, 2)}\n`;
if (values.write) writeFileSync(MODEL, text);
else console.log(text);

function worldsOf(seed: number, worlds: number): Judged[] {
  const judged: Judged[] = [];
  for (const cases of sizes)
    for (const [d, difficulty] of DIFFICULTIES.entries())
      for (let n = 0; n < worlds; n++)
        judged.push(...judgedGroups({ seed: tuningWorld(seed, d * worlds + n), cases, difficulty }));
  return judged;
}

function plainWorlds(seed: number, worlds: number): Judged[] {
  return Array.from({ length: worlds }, (_, n) => plainGroups(tuningWorld(seed, n))).flat();
}

function summary(name: string, groups: readonly Judged[]): string {
  const scores = groups.map(({ features }) => 1 / (1 + Math.exp(-logit(weights, features))));
  const labels = groups.map(({ same }) => Number(same));
  const right = scores.filter((score, i) => score >= 0.5 === groups[i]!.same).length;
  const gangs = labels.filter(Boolean).length;
  return `${name} ${groups.length} groups, ${gangs} of them gangs: AUC ${auc(scores, labels).toFixed(4)}, right at 0.5 ${((100 * right) / groups.length).toFixed(1)}%, expected calibration error ${expectedCalibrationError(scores, labels).toFixed(4)}`;
}
