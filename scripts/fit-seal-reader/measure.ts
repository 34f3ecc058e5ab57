// What networks read of seals in faces that none was trained on, with the reader's own layout, votes and rules: strips alone do not tell.
// node scripts/fit-seal-reader/measure.ts --fonts DIR [--seed SEED] [--seals N] [--words broad|simulated] NETWORK.onnx ...
import { parseArgs } from 'node:util';
import { pageSeal, readSeals } from '@jianzhen/detector-seal';
import { openSealReader } from '@jianzhen/engine';
import { type SealTextOutcome, sealTextOutcomes, sealTextTable } from '@jianzhen/evaluate';
import { decodeImage } from '@jianzhen/raster';
import { createRandom, makeSealPage, SEAL_CAPTURES, SEAL_KINDS } from '@jianzhen/simulate';
import { openFaces, wordsInFaces } from './faces.ts';
import { windows } from './windows.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fonts: { type: 'string' },
    seed: { type: 'string', default: 'held' },
    seals: { type: 'string', default: '200' },
    words: { type: 'string', default: 'broad' },
  },
});
if (!values.fonts || positionals.length === 0) {
  console.error(
    'usage: node scripts/fit-seal-reader/measure.ts --fonts DIR [--seed SEED] [--seals N] [--words broad|simulated] NETWORK.onnx ...',
  );
  process.exit(2);
}

const faces = openFaces(values.fonts, 'held');
const readers = await Promise.all(
  positionals.map(async (network) => ({
    network,
    reader: await openSealReader({ recogniser: network }),
    outcomes: [] as SealTextOutcome[],
  })),
);
let count = 0;
for await (const under of windows(values.seed)) {
  if (count >= Number(values.seals)) break;
  const seed = `${values.seed}-${count++}`;
  const random = createRandom('seal reader measured', seed);
  const page = await makeSealPage({
    seed,
    under,
    faces: 'tuning',
    capture: random.pick(SEAL_CAPTURES),
    kind: random.pick(SEAL_KINDS),
    seals: 1,
    ...wordsInFaces(faces, values.words === 'simulated' ? null : 'broad'),
  });
  const image = await decodeImage(page.file);
  for (const { reader, outcomes } of readers) {
    const read = await readSeals(
      page.seals.map((seal) => pageSeal(image, seal)),
      reader,
    );
    for (const [i, seal] of page.seals.entries()) {
      const width = 2 * Math.max(seal.ellipse.rx, seal.ellipse.ry);
      outcomes.push(...sealTextOutcomes({ file: seed, part: 'held faces' }, { ...seal, width }, read[i]!));
    }
  }
}
for (const { network, outcomes } of readers) {
  console.log(network);
  for (const { part, count: texts, exact, wrong, similarity } of sealTextTable(outcomes)) {
    // Without the rows of single conditions.
    if (part.includes(',')) continue;
    console.log(
      `  ${part}: ${texts}, ${(100 * (exact ?? 0)).toFixed(1)}% exact, ${(100 * (wrong ?? 0)).toFixed(1)}% wrong, 1 − NED ${similarity?.toFixed(3)}`,
    );
  }
}
