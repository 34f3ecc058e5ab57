// Voices without sound: a speaker is a direction, a recording that direction and noise that falls with its seconds.
import type { Voiceprint } from '@jianzhen/evidence';
import { fitLogRatio, seeded } from '@jianzhen/learn';
import { type BackEnd, type BackEndFile, createBackEnd, lengthMeasure, voiceprintOf } from '../src/index.ts';

export const DIMS = 64;
export const MODEL = { id: 'synthetic', sha256: 'ab'.repeat(32) };
const NOISE = 0.9;

export interface Studio {
  speaker(): Float32Array;
  record(speaker: Float32Array, seconds?: number): Voiceprint;
  random(): number;
}

export function studio(seed: number): Studio {
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    random,
    speaker: () => Float32Array.from({ length: DIMS }, normal),
    record: (speaker, seconds = 4) =>
      voiceprintOf(
        MODEL,
        [{ vector: speaker.map((x) => x + (2 * NOISE * normal()) / Math.sqrt(seconds)), seconds }],
        'wide',
      ),
  };
}

export const base64 = ({ buffer }: Float32Array) => Buffer.from(buffer).toString('base64');

const IDENTITY_CALIBRATION = { slope: [1], offset: [0], lengths: [-5, 5] } as const;

/** A back end of cosines without calibration. */
export function plainFile(changes: Partial<BackEndFile> = {}): BackEndFile {
  const band = {
    centre: base64(new Float32Array(DIMS)),
    cohort: '',
    calibration: IDENTITY_CALIBRATION,
    falseAlarms: [{ llr: -100, rate: 1 }],
  };
  return {
    version: '1',
    model: { ...MODEL, dims: DIMS },
    rows: DIMS,
    projection: null,
    between: null,
    nearest: 0,
    groupFrom: 0,
    bands: { wide: band, telephone: band },
    ...changes,
  };
}

/** Cosines, calibrated on voices of 1 to 20 s. */
export function calibratedBackEnd(seed = 1): BackEnd {
  const { speaker, record, random } = studio(seed);
  const plain = createBackEnd(plainFile());
  const rows: number[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < 20_000; i++) {
    const who = speaker();
    const label = i % 2;
    const seconds = () => 20 ** random();
    const sides = [record(who, seconds()), record(label ? who : speaker(), seconds())] as const;
    const [a, b] = sides.map((print) => plain.template(print)) as [never, never];
    const q = lengthMeasure(sides[0].seconds, sides[1].seconds);
    const score = plain.score(a, b);
    rows.push([score, score * q, score * q * q, 1, q, q * q]);
    labels.push(label);
  }
  const fitted = fitLogRatio(rows, labels);
  const calibration = { slope: fitted.slice(0, 3), offset: fitted.slice(3), lengths: [-1, 3] } as const;
  const file = plainFile();
  const withRatios = createBackEnd({
    ...file,
    bands: { wide: { ...file.bands.wide, calibration }, telephone: { ...file.bands.telephone, calibration } },
  });
  const strangers = Array.from({ length: 20_000 }, () => {
    const [a, b] = [record(speaker()), record(speaker())];
    return withRatios.ratio(withRatios.template(a), withRatios.template(b));
  }).sort((a, b) => a - b);
  const falseAlarms = [0.5, 0.1, 0.03, 0.01, 0.003, 0.001].map((rate) => ({
    llr: strangers[Math.floor((1 - rate) * strangers.length)]!,
    rate,
  }));
  const band = {
    ...file.bands.wide,
    calibration,
    falseAlarms: [{ llr: strangers[0]!, rate: 1 }, ...falseAlarms],
  };
  return createBackEnd({ ...file, bands: { wide: band, telephone: band } });
}

/** Cost of ratios in bits, as packages/evaluate has it; that package would bring all decoders along. */
export function cllr(ratios: readonly number[], labels: readonly number[]): number {
  const costs = [0, 1].map((label) => {
    const own = ratios.filter((_, i) => labels[i] === label);
    return own.reduce((sum, llr) => sum + Math.log2(1 + Math.exp(label ? -llr : llr)), 0) / own.length;
  });
  return (costs[0]! + costs[1]!) / 2;
}

/** Share of errors where misses and false alarms are as good as equal. */
export function equalErrors(scored: readonly { readonly score: number; readonly same: boolean }[]): number {
  const order = scored.toSorted((a, b) => a.score - b.score);
  const targets = order.filter(({ same }) => same).length;
  let misses = 0;
  let alarms = order.length - targets;
  for (const { same } of order) {
    if (misses / targets >= alarms / (order.length - targets)) break;
    if (same) misses++;
    else alarms--;
  }
  return misses / targets;
}
