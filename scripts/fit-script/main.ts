// `node scripts/fit-script/main.ts links|phrases [--seed f1] [--held v1,v2,v3]`: fits, on simulated letters alone, how likely two texts are of
// one script, or how likely an agent's hand is behind the phrases of one, and prints `packages/detectors/script/src/link/model.json` or
// `…/phrases/model.json`.
import { parseArgs } from 'node:util';
import { fitLinks } from './links.ts';
import { fitPhrases } from './phrases.ts';

const FITS = { links: fitLinks, phrases: fitPhrases };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: 'f1' }, held: { type: 'string', default: 'v1,v2,v3' } },
});
const run = FITS[positionals[0] as keyof typeof FITS];
if (!run) {
  console.error(`links or phrases, not "${positionals[0] ?? ''}"`);
  process.exit(2);
}
console.log(JSON.stringify(run(values.seed, values.held.split(',')), null, 2));
