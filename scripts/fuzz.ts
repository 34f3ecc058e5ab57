// `npm run fuzz [-- --seed N --rounds N --part files,api,signatures]`: hostile and mutated files past the engine, mutated requests past
// the API, single octets changed in signed files. Ends with 1 if anything came back that is neither a page nor a coded error, took too
// long or too much memory, or if a changed octet passed a signature.
import { parseArgs } from 'node:util';
import { fuzzApi } from './fuzz/api.ts';
import { fuzzFiles } from './fuzz/files.ts';
import { fuzzSignatures } from './fuzz/signatures.ts';

const PARTS = { signatures: fuzzSignatures, files: fuzzFiles, api: fuzzApi } as const;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '200' },
    part: { type: 'string', default: Object.keys(PARTS).join(',') },
  },
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);
const problems: string[] = [];
for (const part of values.part.split(',')) {
  const fuzz = PARTS[part as keyof typeof PARTS];
  if (!fuzz) {
    console.error(`no part "${part}"; there are: ${Object.keys(PARTS).join(', ')}`);
    process.exit(2);
  }
  problems.push(...(await fuzz(seed, rounds)));
}
for (const problem of problems) console.error(`PROBLEM ${problem}`);
console.log(
  problems.length === 0
    ? `fuzz: seed ${seed}, ${rounds} rounds each, no problem`
    : `fuzz: ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
