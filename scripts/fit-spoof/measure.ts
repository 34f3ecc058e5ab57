// Measures spoofing on test speakers: node scripts/fit-spoof/measure.ts --set DIR [--model FILE]
// Attacks never met by lines fitted without their family; attacks that the shipped model met; both by line and codec.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openSpoofModel } from '@jianzhen/detector-voice';
import { calibrated } from '@jianzhen/evidence';
import { expectedCalibrationError } from '@jianzhen/learn';
import { figures, HEAD, row } from './figures.ts';
import { type Scored, score, unseenScores } from './fit.ts';
import { readSet } from './set.ts';

const { values } = parseArgs({
  options: { set: { type: 'string' }, model: { type: 'string' } },
});
if (!values.set) {
  console.error('usage: node scripts/fit-spoof/measure.ts --set DIR [--model FILE]');
  process.exit(2);
}
const model = openSpoofModel(
  readFileSync(values.model ?? new URL('../../models/voice/spoof.json', import.meta.url), 'utf8'),
);
const recordings = await readSet(values.set);

/** A row for each attack of the group, and one for all of it where it has several. */
function report(group: string, scored: readonly Scored[]): void {
  const attacks = new Set(scored.filter(({ spoofed }) => spoofed).map(({ recording }) => recording.attack));
  if (attacks.size > 1) console.log(row(`${group}, all`, figures(scored)));
  for (const attack of attacks)
    console.log(
      row(
        attack,
        figures(scored.filter(({ spoofed, recording }) => !spoofed || recording.attack === attack)),
      ),
    );
}

for (const head of ['synthetic', 'replay'] as const) {
  console.log(`\n${head}: attacks never met\n\n${HEAD}`);
  const unseen = unseenScores(recordings, head, model, model[head].ridge, 'test');
  for (const [group, scored] of unseen) report(group, scored);
  const all = [...unseen.values()].flat();
  console.log(row('all', figures(all)));
  for (const narrow of [true, false]) {
    const of = all.filter(({ recording }) => ['a-law', 'gsm'].includes(recording.codec) === narrow);
    console.log(row(narrow ? 'all, 8 kHz' : 'all, 16 kHz', figures(of)));
  }

  console.log(`\n${head}: the shipped model, attacks met in training but for piper\n\n${HEAD}`);
  const shipped = recordings
    .filter(
      ({ split, family }) =>
        split === 'test' && (family === 'genuine' || (family === 'replay') === (head === 'replay')),
    )
    .map((recording) => ({
      recording,
      score: score(model, model[head], recording),
      spoofed: recording.family !== 'genuine',
    }));
  report('shipped', shipped);
  const odds = shipped.map((one) => calibrated(model[head].calibration, one.score));
  const labels = shipped.map(({ spoofed }) => (spoofed ? 1 : 0));
  console.log(`calibration error ${expectedCalibrationError(odds, labels).toFixed(3)}`);
  for (const spoofed of [false, true]) {
    const of = odds.filter((_, i) => shipped[i]!.spoofed === spoofed);
    const advised = of.filter((p) => p >= model.threshold).length;
    console.log(`advised against ${advised} of ${of.length} ${spoofed ? 'spoofed' : 'genuine'}`);
  }
}
