// Fits models/voice/spoof.json: node scripts/fit-spoof/main.ts --set DIR [--out FILE]
// The set is made as training/voice/spoof/README.md says. Training speakers fit, validation speakers choose the ridge and calibrate.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SpoofHead, SpoofModel } from '@jianzhen/detector-voice';
import { calibrated } from '@jianzhen/evidence';
import { thresholdAtFalseAlarms } from '@jianzhen/learn';
import { figures } from './figures.ts';
import {
  calibrate,
  fitLine,
  fitScale,
  NEVER_FITTED,
  REPLAY,
  type Scale,
  score,
  training,
  unseenScores,
} from './fit.ts';
import { type Recording, readSet } from './set.ts';

const { values } = parseArgs({ options: { set: { type: 'string' }, out: { type: 'string' } } });
if (!values.set) {
  console.error('usage: node scripts/fit-spoof/main.ts --set DIR [--out FILE]');
  process.exit(2);
}
const RIDGES = [0.01, 0.03, 0.1, 0.3];
const FALSE_ALARMS = 0.01;

const recordings = await readSet(values.set);
const scale = fitScale(
  recordings.filter(
    ({ split, family }) => split === 'train' && !NEVER_FITTED.includes(family) && family !== REPLAY,
  ),
);

function head(name: 'synthetic' | 'replay', all: readonly Recording[], by: Scale): SpoofHead {
  const tried = RIDGES.map((ridge) => {
    const unseen = unseenScores(all, name, by, ridge, 'validation');
    const rates = [...unseen.values()].map((scored) => figures(scored).eer);
    const eer = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    console.log(
      `${name}: ridge ${ridge}: mean EER of attacks left out ${(100 * eer).toFixed(1)}% (validation)`,
    );
    return { ridge, unseen, eer };
  });
  const best = tried.reduce((a, b) => (b.eer < a.eer ? b : a));
  const { bias, weights } = fitLine(training(all, name), by, best.ridge);
  return { bias, weights, calibration: calibrate(best.unseen), ridge: best.ridge };
}

const [synthetic, replay] = [head('synthetic', recordings, scale), head('replay', recordings, scale)];
const genuine = recordings
  .filter(({ split, family }) => split === 'validation' && family === 'genuine')
  .map((one) =>
    Math.max(...[synthetic, replay].map((of) => calibrated(of.calibration, score(scale, of, one)))),
  );
const threshold = thresholdAtFalseAlarms(
  genuine,
  genuine.map(() => 0),
  FALSE_ALARMS,
);
const model: SpoofModel = { version: '1', ...scale, synthetic, replay, threshold };
const file = values.out ?? new URL('../../models/voice/spoof.json', import.meta.url).pathname;
// Five digits are more than the data can tell.
const shorter = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(5)) : value;
writeFileSync(file, `${JSON.stringify(model, shorter)}\n`);
console.log(`${file}: ${scale.features.length} features, advice from ${threshold.toFixed(3)}`);
