// `npm run fuzz [-- --seed N --rounds N]`: hostile and mutated files past the engine, mutated requests past the API. Ends
// with 1 if anything came back that is neither a page nor a coded error, took over ten seconds, or took over a gigabyte.
import { parseArgs } from 'node:util';
import { fuzzApi } from './fuzz/api.ts';
import { fuzzFiles } from './fuzz/files.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, rounds: { type: 'string', default: '200' } },
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const problems = [...(await fuzzFiles(seed, rounds)), ...(await fuzzApi(seed, rounds))];
for (const problem of problems) console.error(`PROBLEM ${problem}`);
console.log(
  problems.length === 0
    ? `fuzz: seed ${seed}, ${rounds} rounds each, no problem`
    : `fuzz: ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
