import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createBackEnd,
  hearVoices,
  lengthMeasure,
  openSpeakerModel,
  voiceOf,
} from '@jianzhen/detector-voice';
import type { Voiceprint } from '@jianzhen/evidence';
import { fitLogRatio } from '@jianzhen/learn';
import { openSound, openVoiceActivity } from '@jianzhen/signal';
import { createRandom, createVoice, speak, writeWav } from '@jianzhen/simulate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fitShape } from '../../../scripts/fit-voice/back-end.ts';
import { jianzhen } from './run.ts';

const VOICES = Array.from({ length: 6 }, (_, i) => createVoice('cli voices', i));
const RATE = 16_000;
const folder = mkdtempSync(join(tmpdir(), 'jianzhen-voice-'));
const file = (name: string) => join(folder, name);
const fixture = new URL('../../../packages/detectors/voice/test/fixtures/variance-80.onnx', import.meta.url);
const env = { JIANZHEN_VOICE_MODEL: file('model.onnx') };
const data = ['--data', join(folder, 'data')];
/**
 * What a voice says is always the same; takes differ by the noise of the line. The network in the slot here has no weights and tells voices by what
 * they say: these are tests of the command, not of a network.
 */
const said = (voice: number, take: string) => {
  const noise = createRandom('cli line', voice, take);
  return speak(VOICES[voice]!, 4, `cli ${voice}`).map((x) => x + 0.002 * noise.normal());
};
const write = (name: string, ...channels: Float32Array[]) =>
  writeFileSync(file(name), writeWav(channels, RATE));

afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  copyFileSync(fixture, env.JIANZHEN_VOICE_MODEL);
  const model = await openSpeakerModel(readFileSync(fixture), { id: 'variance' });
  const activity = await openVoiceActivity();
  const known: { speaker: string; print: Voiceprint }[] = [];
  for (const voice of VOICES.keys())
    for (const take of ['fit 1', 'fit 2']) {
      const sound = await openSound(writeWav([said(voice, take)], RATE));
      const { voiceprint } = voiceOf(await hearVoices(sound, { model, activity }));
      known.push({ speaker: String(voice), print: voiceprint });
    }
  const shape = { kind: 'cosine', rows: model.dims, shrinkage: 0, nearest: 0 } as const;
  const fitted = fitShape(model, { wide: known, telephone: known }, shape);
  const plain = createBackEnd(fitted);
  const pairs = known.flatMap((a, i) => known.slice(0, i).map((b) => [a, b] as const));
  const [slope, offset] = fitLogRatio(
    pairs.map(([a, b]) => [plain.score(plain.template(a.print), plain.template(b.print)), 1]),
    pairs.map(([a, b]) => a.speaker === b.speaker),
    { ridge: 1e-3 },
  );
  const q = lengthMeasure(4, 4);
  const calibration = { slope: [slope!], offset: [offset!], lengths: [q, q] as const };
  const band = {
    ...fitted.bands.wide,
    calibration,
    falseAlarms: [
      { llr: -20, rate: 1 },
      { llr: 0, rate: 0.1 },
    ],
  };
  writeFileSync(
    file('model.backend.json'),
    JSON.stringify({ ...fitted, bands: { wide: band, telephone: band } }),
  );
  writeFileSync(file('model.json'), JSON.stringify({ id: 'variance', sha256: model.sha256 }));
  await model.close();
  await activity.release();
  for (const voice of VOICES.keys())
    for (const take of ['a', 'b']) write(`${voice}${take}.wav`, said(voice, take));
  write('silence.wav', new Float32Array(3 * RATE));
  write('call.wav', said(0, 'call'), said(1, 'call'));
}, 120_000);

it('scores a list, counts what is refused, and ends with error rates', async () => {
  const targets = VOICES.map((_, i) => `1 ${i}a.wav ${i}b.wav`);
  const others = VOICES.map((_, i) => `0 ${i}a.wav ${(i + 1) % VOICES.length}b.wav`);
  writeFileSync(
    file('list.txt'),
    [...targets, '', ...others, '0 silence.wav 0a.wav', '1 0a.wav gone.wav', ''].join('\r\n'),
  );
  const ran = await jianzhen(['voice', 'trials', file('list.txt'), '--root', folder, '--json'], { env });
  expect(ran.status).toBe(3);
  const lines = ran.lines() as Record<string, unknown>[];
  const errors = lines
    .filter((line) => 'error' in line)
    .map(({ file: name, error }) => [name, (error as { code: string }).code]);
  expect(errors).toEqual([
    ['silence.wav', 'sound.silent'],
    ['gone.wav', 'cli.file-missing'],
  ]);
  const scored = lines.filter((line) => 'score' in line);
  expect(scored).toHaveLength(2 * VOICES.length);
  expect(scored[0]).toMatchObject({ label: 1, enrol: '0a.wav', test: '0b.wav' });
  expect(lines.at(-1)).toMatchObject({ trials: 2 * VOICES.length, refused: 2 });
  const { eer, minDcf, elapsedMs } = lines.at(-1) as Record<string, number>;
  expect(eer).toBeLessThan(0.35);
  expect(minDcf).toBeLessThanOrEqual(1);
  expect(elapsedMs).toBeGreaterThan(0);
}, 60_000);

it('says which line is no trial', async () => {
  writeFileSync(file('broken.txt'), '1 0a.wav 0b.wav\n2 0a.wav 1a.wav\n');
  const ran = await jianzhen(['voice', 'trials', file('broken.txt'), '--json'], { env });
  expect(ran.status).toBe(1);
  expect(ran.err).toContain('[cli.trials-unreadable]');
  expect(ran.out).toBe('');
}, 60_000);

it('groups recordings in the order of the files; what is refused is in no group', async () => {
  const given = ['0a.wav', 'silence.wav', '3a.wav', '0b.wav'].map(file);
  const ran = await jianzhen(['voice', 'cluster', ...given, '--json'], { env });
  expect(ran.status).toBe(3);
  const lines = ran.lines() as Record<string, unknown>[];
  expect(lines.map((line) => line.file)).toEqual(given);
  expect(lines[0]).toMatchObject({ cluster: 1 });
  expect(lines[1]).toMatchObject({ error: { code: 'sound.silent' } });
  expect(lines[1]).not.toHaveProperty('cluster');
}, 60_000);

it('enrols, verifies and identifies, and claims no consent that nobody stated', async () => {
  for (const voice of [0, 3]) {
    const ran = await jianzhen(
      ['voice', 'enroll', '--person', `p${voice}`, file(`${voice}a.wav`), ...data, '--json'],
      { env },
    );
    expect(ran.status).toBe(0);
    expect(ran.err).toContain('No consent was stated');
    expect(ran.lines()[0]).toMatchObject({
      person: `p${voice}`,
      kind: 'watch',
      purpose: 'anti-fraud',
      consent: null,
      kept: [file(`${voice}a.wav`)],
      leftOut: [],
    });
  }
  const own = await jianzhen(['voice', 'verify', '--person', 'p0', file('0b.wav'), ...data, '--json'], {
    env,
  });
  const other = await jianzhen(['voice', 'verify', '--person', 'p0', file('3b.wav'), ...data, '--json'], {
    env,
  });
  const score = (ran: typeof own) => Number(ran.lines()[0]!.score);
  expect(own.lines()[0]).toMatchObject({ file: file('0b.wav'), person: 'p0' });
  expect(score(own)).toBeGreaterThan(score(other));
  const found = await jianzhen(['voice', 'identify', file('3b.wav'), '--top', '1', ...data, '--json'], {
    env,
  });
  expect(found.lines()[0]).toMatchObject({ size: 2, candidates: [{ person: 'p3' }] });
  expect(Number(found.lines()[0]!.falseAlarmRate)).toBeLessThanOrEqual(0.01);
  const nobody = await jianzhen(['voice', 'verify', '--person', 'nobody', file('0b.wav'), ...data], { env });
  expect(nobody.status).toBe(1);
  expect(nobody.err).toContain('[cli.voice-unknown]');
}, 120_000);

it('takes a customer only with consent, and then for verifying alone', async () => {
  const enroll = [
    'voice',
    'enroll',
    '--person',
    'c1',
    '--purpose',
    'identity-verification',
    ...data,
    '--json',
  ];
  const without = await jianzhen([...enroll, file('5a.wav')], { env });
  expect(without.status).toBe(1);
  expect(without.err).toContain('[voiceprint.consent-missing]');
  const stated = await jianzhen([...enroll, '--consent', '本人同意', file('5a.wav')], { env });
  expect(stated.lines()[0]).toMatchObject({ kind: 'customer', consent: { text: '本人同意' } });
  const verified = await jianzhen(['voice', 'verify', '--person', 'c1', file('5b.wav'), ...data, '--json'], {
    env,
  });
  expect(verified.status).toBe(0);
  const found = await jianzhen(['voice', 'identify', file('5b.wav'), ...data, '--json'], { env });
  expect(JSON.stringify(found.lines()[0])).not.toContain('"c1"');
}, 120_000);

it('asks whose voice is meant where a recording has two channels', async () => {
  const mixed = await jianzhen(['voice', 'cluster', file('call.wav'), '--json'], { env });
  expect(mixed.status).toBe(3);
  expect(mixed.lines()[0]).toMatchObject({ error: { code: 'voice.channel-needed' } });
  const told = await jianzhen(['voice', 'cluster', file('call.wav'), '--channel', '2', '--json'], { env });
  expect(told.lines()[0]).toMatchObject({ cluster: 1 });
}, 60_000);
