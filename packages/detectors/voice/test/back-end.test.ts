import { fitDiscriminant, fitLogRatio } from '@jianzhen/learn';
import { expect, it } from 'vitest';
import { createBackEnd, falseAlarmsOfList, openBackEnd, ratioForList, verify } from '../src/index.ts';
import { base64, calibratedBackEnd, cllr, DIMS, equalErrors, MODEL, plainFile, studio } from './synthetic.ts';

const backEnd = calibratedBackEnd();

it('is the cosine where nothing is fitted', () => {
  const { speaker, record } = studio(2);
  const [a, b] = [record(speaker()), record(speaker())];
  const cosine = a.vector.reduce((sum, x, k) => sum + x * b.vector[k]!, 0);
  expect(verify(createBackEnd(plainFile()), a, b)).toBeCloseTo(cosine, 5);
  expect(verify(createBackEnd(plainFile()), a, a)).toBeCloseTo(1, 5);
});

it('does not care which side is which', () => {
  const { speaker, record } = studio(3);
  const [a, b] = [record(speaker(), 2), record(speaker(), 15)];
  expect(verify(backEnd, a, b)).toBeCloseTo(verify(backEnd, b, a), 9);
});

it.each([
  [1, 1],
  [4, 4],
  [20, 20],
  [20, 1],
])('is calibrated at %d s against %d s', (left, right) => {
  const { speaker, record } = studio(left * 100 + right);
  const scores: number[] = [];
  const labels: number[] = [];
  for (let i = 0; i < 2000; i++) {
    const who = speaker();
    scores.push(verify(backEnd, record(who, left), record(i % 2 ? who : speaker(), right)));
    labels.push(i % 2);
  }
  // In bits; what a line fitted on these very ratios would still gain.
  const [slope, shift] = fitLogRatio(
    scores.map((score) => [score, 1]),
    labels,
  );
  const best = cllr(
    scores.map((score) => slope! * score + shift!),
    labels,
  );
  expect(cllr(scores, labels) - best).toBeLessThan(0.03);
});

it('is the ratio of two normal densities in the two-covariance model', () => {
  // One direction, between 3, within 1, worked out from the densities themselves.
  const psi = 3;
  const file = plainFile({
    model: { ...MODEL, dims: 1 },
    rows: 1,
    projection: base64(Float32Array.of(1)),
    between: [psi],
  });
  const centre = base64(Float32Array.of(0));
  const one = createBackEnd({
    ...file,
    bands: { wide: { ...file.bands.wide, centre }, telephone: { ...file.bands.telephone, centre } },
  });
  const print = (x: number) => ({
    model: MODEL.id,
    modelSha256: MODEL.sha256,
    vector: Float32Array.of(x),
    seconds: 4,
    pieces: 1,
    band: 'wide' as const,
  });
  // Normalised to the length that the model expects, ±2.
  const density = (x: number, y: number, covariance: number) => {
    const variance = psi + 1;
    const det = variance ** 2 - covariance ** 2;
    const square = (variance * (x * x + y * y) - 2 * covariance * x * y) / det;
    return -0.5 * (square + Math.log(det));
  };
  expect(verify(one, print(1), print(1))).toBeCloseTo(density(2, 2, psi) - density(2, 2, 0), 5);
  expect(verify(one, print(1), print(-1))).toBeCloseTo(density(2, -2, psi) - density(2, -2, 0), 5);
});

it('sees through loud noise in a few directions once they are known', () => {
  const { speaker, record, random } = studio(7);
  const noisy = (who: Float32Array) => {
    const print = record(who, 20);
    return { ...print, vector: print.vector.map((x, k) => (k < 6 ? x + 2 * (random() - 0.5) : x)) };
  };
  const training = Array.from({ length: 150 }, (_, s) => {
    const who = speaker();
    return Array.from({ length: 6 }, () => ({ print: noisy(who), speaker: String(s) }));
  }).flat();
  const { rows, mean, between } = fitDiscriminant(
    training.map(({ print }) => print.vector),
    training.map((known) => known.speaker),
    { dims: 40, shrinkage: 0.1 },
  );
  const projection = base64(Float32Array.from(rows.flatMap((row) => [...row])));
  const centre = base64(Float32Array.from(mean));
  const file = plainFile({ rows: 40, projection, between: [...between] });
  const bands = { wide: { ...file.bands.wide, centre }, telephone: { ...file.bands.telephone, centre } };
  const test = Array.from({ length: 60 }, () => speaker()).flatMap((who, s) => [
    { print: noisy(who), s },
    { print: noisy(who), s },
  ]);
  const eer = (used: ReturnType<typeof createBackEnd>) => {
    const made = test.map(({ print, s }) => ({ template: used.template(print), s }));
    const pairs = made.flatMap((a, i) => made.slice(0, i).map((b) => [a, b] as const));
    const scored = pairs.map(([a, b]) => ({ score: used.ratio(a.template, b.template), same: a.s === b.s }));
    return equalErrors(scored);
  };
  expect(eer(createBackEnd({ ...file, bands }))).toBeLessThan(0.7 * eer(createBackEnd(plainFile())));
  expect(eer(createBackEnd({ ...file, bands, between: null }))).toBeLessThan(
    0.7 * eer(createBackEnd(plainFile())),
  );
});

it('normalises by the voices of the cohort that are nearest', () => {
  const { speaker, record } = studio(9);
  const size = 30;
  const cohort = new Float32Array(size * DIMS);
  for (let i = 0; i < size; i++) cohort.set(record(speaker(), 1000).vector, i * DIMS);
  const file = plainFile({ nearest: 10 });
  const band = { ...file.bands.wide, cohort: base64(cohort) };
  const normalised = createBackEnd({ ...file, bands: { wide: band, telephone: band } });
  const [a, b] = [record(speaker()), record(speaker())];
  const cosine = (x: Float32Array, y: Float32Array) => x.reduce((sum, v, k) => sum + v * y[k]!, 0);
  const of = (x: Float32Array) => {
    const all = Array.from({ length: size }, (_, i) => cosine(x, cohort.subarray(i * DIMS, (i + 1) * DIMS)));
    const top = all.sort((p, q) => q - p).slice(0, 10);
    const mean = top.reduce((sum, s) => sum + s, 0) / 10;
    return { mean, deviation: Math.sqrt(top.reduce((sum, s) => sum + (s - mean) ** 2, 0) / 10) };
  };
  const raw = cosine(a.vector, b.vector);
  const [sa, sb] = [of(a.vector), of(b.vector)];
  const expected = 0.5 * ((raw - sa.mean) / sa.deviation + (raw - sb.mean) / sb.deviation);
  expect(verify(normalised, a, b)).toBeCloseTo(expected, 3);
});

it('never lets voiceprints of different models meet', () => {
  const { speaker, record } = studio(4);
  const print = record(speaker());
  const other = { ...print, modelSha256: 'cd'.repeat(32) };
  expect(() => verify(backEnd, print, other)).toThrow(
    expect.objectContaining({ code: 'voice.models-differ' }),
  );
});

it('refuses a file of another model, of another version, or of other sizes', () => {
  const text = (changes = {}) => JSON.stringify({ ...plainFile(), ...changes });
  expect(openBackEnd(text(), MODEL).model.id).toBe(MODEL.id);
  const code = (call: () => unknown) => {
    try {
      call();
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(code(() => openBackEnd(text(), { id: 'x', sha256: 'ff' }))).toBe('voice.back-end-of-another-model');
  expect(code(() => openBackEnd(text({ version: '9' })))).toBe('voice.back-end-unreadable');
  expect(code(() => openBackEnd(text({ projection: base64(Float32Array.of(1, 2)) })))).toBe(
    'voice.back-end-unreadable',
  );
  expect(code(() => openBackEnd('{'))).toBe('voice.back-end-unreadable');
});

it('tells what a threshold means for a list, and which one a list needs', () => {
  const points = [
    { llr: -5, rate: 1 },
    { llr: 0, rate: 0.01 },
    { llr: 2, rate: 0.001 },
  ];
  expect(falseAlarmsOfList(points, 0, 1)).toBeCloseTo(0.01, 9);
  expect(falseAlarmsOfList(points, 0, 100)).toBeCloseTo(1 - 0.99 ** 100, 9);
  // Beyond what was measured: as e^−llr.
  expect(falseAlarmsOfList(points, 4, 1)).toBeCloseTo(0.001 * Math.exp(-2), 9);
  for (const size of [1, 100, 100_000]) {
    const threshold = ratioForList(points, 0.01, size);
    expect(falseAlarmsOfList(points, threshold, size)).toBeLessThanOrEqual(0.01);
    expect(falseAlarmsOfList(points, threshold - 0.01, size)).toBeGreaterThan(0.0098);
  }
});
