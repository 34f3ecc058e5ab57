// node packages/detectors/esign/test/ofd/fuzz.ts FOLDER [--count 2000] [--seed 1]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzAnywhere, fuzzProtected } from './support/fuzz.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const folder = positionals[0];
if (!folder) throw new TypeError('which folder of signed OFD files?');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.ofd'))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const [count, seed] = [Number(values.count), Number(values.seed)];
const memory = () => Math.round(process.memoryUsage().rss / 2 ** 20);
for (const [kind, fuzz] of Object.entries({ protected: fuzzProtected, anywhere: fuzzAnywhere })) {
  const { failures, ...result } = await fuzz(files, count, seed);
  console.log(JSON.stringify({ kind, ...result, failures: failures.length, rssMb: memory() }));
  for (const failure of failures) console.log(`  ${failure}`);
}
