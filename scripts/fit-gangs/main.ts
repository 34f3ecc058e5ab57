// Fits how probable it is that a group is of organised people, on worlds of tuning seeds, and writes the model:
// `node scripts/fit-gangs/main.ts --worlds 24 --cases 30000`. Seeds are `fit-gangs-N`; nothing reported uses those.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { candidatesOf, featureNames, probability } from '@jianzhen/gangs';
import { expectedCalibrationError } from '@jianzhen/learn';
import { DIFFICULTIES, planWorld, worldTables } from '@jianzhen/simulate';
import { fitLogistic } from './logistic.ts';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '24' },
    cases: { type: 'string', default: '30000' },
    penalty: { type: 'string', default: '1' },
  },
});

interface Row {
  readonly world: number;
  readonly features: readonly number[];
  readonly organised: boolean;
}

const rows: Row[] = [];
for (let world = 0; world < Number(values.worlds); world++) {
  // Worlds of every difficulty, and of three sizes: what a group is like changes with either.
  const cases = Math.round(Number(values.cases) * 2 ** ((world % 3) - 1));
  const difficulty = DIFFICULTIES[Math.floor(world / 3) % DIFFICULTIES.length]!;
  const {
    cases: table,
    traces,
    truth,
  } = worldTables(planWorld({ seed: `fit-gangs-${world}`, cases, difficulty }));
  for (const { features, rows: members } of candidatesOf(table, traces)) {
    const organised = members.filter((row) => truth[row]!.gang !== null).length;
    rows.push({
      world,
      features: featureNames.map((name) => features[name]),
      organised: 2 * organised >= members.length,
    });
  }
  console.error(`world ${world} (${cases} cases, ${difficulty}): ${rows.length} groups so far`);
}

const model = (some: readonly Row[]) => {
  const { intercept, weights } = fitLogistic(
    some.map(({ features }) => features),
    some.map(({ organised }) => organised),
    Number(values.penalty),
  );
  const round = (value: number) => Number(value.toPrecision(6));
  return {
    intercept: round(intercept),
    weights: Object.fromEntries(featureNames.map((name, k) => [name, round(weights[k]!)])) as Record<
      (typeof featureNames)[number],
      number
    >,
  };
};

// Calibration is measured on worlds that a model was not fitted on: four folds by world.
const FOLDS = 4;
const told: { probability: number; label: boolean }[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const fitted = model(rows.filter(({ world }) => world % FOLDS !== fold));
  for (const { world, features, organised } of rows)
    if (world % FOLDS === fold) {
      const named = Object.fromEntries(featureNames.map((name, k) => [name, features[k]!]));
      told.push({
        probability: probability(named as Parameters<typeof probability>[0], fitted),
        label: organised,
      });
    }
}
const wrong = told.filter(({ probability: p, label }) => p >= 0.5 !== label).length;
const final = model(rows);
const file = join(import.meta.dirname, '../../packages/gangs/src/score/model.json');
await writeFile(file, `${JSON.stringify(final, null, 2)}\n`);
console.log(
  JSON.stringify({
    groups: rows.length,
    organised: rows.filter(({ organised }) => organised).length,
    wrongAtHalf: wrong,
    ece: expectedCalibrationError(
      told.map(({ probability: p }) => p),
      told.map(({ label }) => Number(label)),
    ),
    model: final,
  }),
);
