// Fits what voiceprints of one model are compared by: models/voice/backend.json.
// node scripts/fit-voice/main.ts --speech DIR [--model FILE] [--cache DIR] [--coded DIR] [--each N] [--seed N] [--out FILE]
// Centre, projection and cohort come from speakers of training, the projection from them at other speeds, too; which of them is used,
// calibration, rates of false alarms and the threshold of groups from speakers of validation, calibration judged by cross-validation over
// them. The test part is not read here.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BackEndFile, type Band, clusterVoices, createBackEnd } from '@jianzhen/detector-voice';
import { openEars, voiceModelFiles } from '@jianzhen/engine';
import type { Spoken } from '../../apps/cli/src/commands/eval-voice/conditions.ts';
import { readSpeech, type Utterance } from '../../apps/cli/src/commands/eval-voice/speech.ts';
import { fitShape, type Known, type Shape, shapeName } from './back-end.ts';
import { crossValidate, falseAlarms, fitCalibration } from './calibrate.ts';
import { pairF1, shapeCost } from './choose.ts';
import { type Embedded, embedAll } from './embed.ts';
import { atSpeed, SPEEDS } from './speeds.ts';
import { type Side, sidesOf, trialsOf } from './trials.ts';

const { values } = parseArgs({
  options: {
    speech: { type: 'string' },
    model: { type: 'string' },
    cache: { type: 'string', default: '.jianzhen/fit-voice' },
    coded: { type: 'string' },
    each: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
if (!values.speech) {
  console.error(
    'usage: node scripts/fit-voice/main.ts --speech DIR [--model FILE] [--cache DIR] [--coded DIR] [--each N] [--seed N] [--out FILE]',
  );
  process.exit(2);
}

const BANDS: readonly Band[] = ['wide', 'telephone'];
/** Recordings a speaker of training that are also sent over a telephone: for a mean and a cohort they are enough. */
const TELEPHONE_EACH = 6;
const DEGREES = [0, 1, 2];
/** Voices of the cohort that normalise a score; 0 for none. */
const NEAREST = [0, 20, 50, 100];
const GROUP_THRESHOLDS = Array.from({ length: 33 }, (_, i) => -4 + 0.5 * i);
const seed = Number(values.seed);
const started = performance.now();
const say = (text: string) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const files = voiceModelFiles(values.model);
const out = values.out ?? files.backEnd;
const ears = await openEars({ files });
const all = await readSpeech(values.speech);
const each = (count: number) => {
  const seen = new Map<string, number>();
  return ({ speaker }: Utterance) => {
    seen.set(speaker, (seen.get(speaker) ?? 0) + 1);
    return seen.get(speaker)! <= count;
  };
};
const training = all.filter(({ split }) => split === 'train').filter(each(Number(values.each)));
const validation = all.filter(({ split }) => split === 'validation');
const options = { cache: values.cache, say };
const coded = values.coded === undefined ? {} : { coded: values.coded };

const trained: Record<Band, Known[]> = {
  wide: known(training, await embedAll(ears, training, 'wide', options), 'wide'),
  telephone: await telephones(training.filter(each(TELEPHONE_EACH))),
};
const played = SPEEDS.flatMap((speed) => training.map((utterance) => atSpeed(utterance, speed)));
const others = known(played, await embedAll(ears, played, 'wide', options), 'wide');
const cut = { ...options, ...coded, withCuts: true };
const held: Record<Band, Side[]> = {
  wide: sides('wide', await embedAll(ears, validation, 'wide', cut)),
  telephone: [
    ...sides('telephone', await embedAll(ears, validation, 'a-law', cut)),
    ...(values.coded === undefined ? [] : sides('telephone', await embedAll(ears, validation, 'amr', cut))),
  ],
};
await ears.close();
say(
  BANDS.map(
    (band) => `${band}: ${trained[band].length} of training, ${held[band].length} sides of validation`,
  ).join('; '),
);

const { dims } = ears.model;
const kinds: Omit<Shape, 'nearest'>[] = [
  { kind: 'cosine', rows: dims, shrinkage: 0 },
  ...[0.3, 0.6, 0.9].flatMap((shrinkage) =>
    (['lda', 'plda'] as const).map((kind) => ({ kind, rows: dims, shrinkage })),
  ),
];
/** Without cuts, which say nothing of which back end is better. */
const decisive = BANDS.map((band) =>
  held[band].filter(({ length }) => length === 'whole' || length === 'five'),
);
let best: { file: BackEndFile; cost: number; shape: Shape } | null = null;
for (const kind of kinds) {
  const fitted = fitShape(ears.model, trained, { ...kind, nearest: 0 }, others);
  for (const nearest of NEAREST) {
    const shape = { ...kind, nearest };
    const file = { ...fitted, nearest };
    const backEnd = createBackEnd(file);
    const cost = shapeCost(decisive.map((sides) => trialsOf(backEnd, sides)));
    say(`${shapeName(shape)}: ${cost.toFixed(4)} bits on validation`);
    if (!best || cost < best.cost) best = { file, cost, shape };
  }
}
const { file, shape } = best!;
say(`taken: ${shapeName(shape)}`);

const backEnd = createBackEnd(file);
const bands = Object.fromEntries(
  BANDS.map((band) => [band, { ...file.bands[band], ...calibrated(band) }]),
) as BackEndFile['bands'];
const ready = createBackEnd({ ...file, bands });
const wholes = held.wide.filter(({ length, corpus }) => length === 'whole' && corpus === 'speechocean');
const truth = wholes.map(({ speaker }) => speaker);
const groupFrom = GROUP_THRESHOLDS.map((threshold) => ({
  threshold,
  f1: pairF1(
    clusterVoices(
      ready,
      wholes.map(({ print }) => print),
      threshold,
    ),
    truth,
  ),
})).reduce((a, b) => (b.f1 > a.f1 ? b : a));
say(`groups from a ratio of ${groupFrom.threshold}: F1 of pairs ${groupFrom.f1.toFixed(3)} on validation`);
const text = `${JSON.stringify({ ...file, groupFrom: groupFrom.threshold, bands })}\n`;
writeFileSync(out, text);
say(`${(text.length / 1000).toFixed(0)} kB: ${out}`);

function calibrated(band: Band): Pick<BackEndFile['bands'][Band], 'calibration' | 'falseAlarms'> {
  const trials = trialsOf(backEnd, held[band]);
  const tried = DEGREES.map((degree) => crossValidate(trials, degree));
  const taken = tried.reduce((a, b) => (b.cllr < a.cllr ? b : a));
  for (const { degree, cllr } of tried)
    say(`${band}, degree ${degree}: Cllr ${cllr.toFixed(3)}, speakers left out`);
  for (const [lengths, costs] of taken.byLengths)
    say(`  ${lengths}: Cllr ${costs.cllr.toFixed(3)}, at least ${costs.minCllr.toFixed(3)}`);
  const calibration = fitCalibration(trials, taken.degree);
  return { calibration, falseAlarms: falseAlarms(calibration, trials) };
}

/** Through both lines where there are copies through AMR. */
async function telephones(utterances: readonly Utterance[]): Promise<Known[]> {
  const lines = values.coded === undefined ? (['a-law'] as const) : (['a-law', 'amr'] as const);
  const found: Known[] = [];
  for (const line of lines)
    found.push(
      ...known(utterances, await embedAll(ears, utterances, line, { ...options, ...coded }), 'telephone'),
    );
  return found;
}

function known(utterances: readonly Spoken[], embedded: ReadonlyMap<string, Embedded>, band: Band): Known[] {
  return utterances.flatMap(({ name, speaker }) => {
    const print = embedded.get(name)?.full;
    return print ? [{ speaker, print: { ...print, band } }] : [];
  });
}

/** Sides of a band; what the quality meter took for the other one is left out. */
function sides(band: Band, embedded: ReadonlyMap<string, Embedded>): Side[] {
  const found = sidesOf(validation, embedded, seed);
  const own = found.filter(({ print }) => print.band === band);
  if (own.length < found.length) say(`${band}: ${found.length - own.length} sides sound like the other band`);
  return own;
}
