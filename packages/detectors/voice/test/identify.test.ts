import { expect, it } from 'vitest';
import { createVoiceList, verify } from '../src/index.ts';
import { calibratedBackEnd, studio } from './synthetic.ts';

const backEnd = calibratedBackEnd();

it('finds a voice of the list, with the ratio that comparing the two gives', () => {
  const { speaker, record } = studio(21);
  const voices = Array.from({ length: 200 }, speaker);
  const list = createVoiceList(backEnd, 4);
  const prints = voices.map((voice) => record(voice, 20));
  prints.forEach((print, i) => {
    list.add(`p${i}`, print);
  });
  const call = record(voices[123]!, 20);
  const { candidates, size } = list.identify(call, { top: 3 });
  expect(size).toBe(200);
  expect(candidates).toHaveLength(3);
  expect(candidates[0]).toMatchObject({ id: 'p123', hit: true });
  expect(candidates[0]!.llr).toBeCloseTo(verify(backEnd, prints[123]!, call), 4);
  const all = prints.map((print) => verify(backEnd, print, call)).sort((a, b) => b - a);
  expect(candidates[2]!.llr).toBeCloseTo(all[2]!, 4);
});

it('states the share of unknown voices that hit, and is not far from it', () => {
  const { speaker, record } = studio(22);
  const list = createVoiceList(backEnd);
  for (let i = 0; i < 100; i++) list.add(`p${i}`, record(speaker()));
  const unknown = Array.from({ length: 2000 }, () =>
    list.identify(record(speaker()), { top: 1, falseAlarms: 0.05 }),
  );
  const hits = unknown.filter(({ candidates }) => candidates[0]!.hit).length;
  expect(unknown[0]!.falseAlarmRate).toBeCloseTo(0.05, 3);
  expect(hits / unknown.length).toBeLessThan(0.08);
  expect(hits / unknown.length).toBeGreaterThan(0.02);
});

it('asks more of a longer list', () => {
  const { speaker, record } = studio(23);
  const list = createVoiceList(backEnd);
  list.add('a', record(speaker()));
  const few = list.identify(record(speaker())).threshold;
  for (let i = 0; i < 500; i++) list.add(`p${i}`, record(speaker()));
  expect(list.identify(record(speaker())).threshold).toBeGreaterThan(few + 2);
});

it('forgets who is removed, and takes a new print in place of the old', () => {
  const { speaker, record } = studio(24);
  const voices = Array.from({ length: 9 }, speaker);
  const list = createVoiceList(backEnd, 2);
  voices.forEach((voice, i) => {
    list.add(`p${i}`, record(voice, 20));
  });
  expect(list.remove('p3')).toBe(true);
  expect(list.remove('p3')).toBe(false);
  expect(list.size).toBe(8);
  expect(list.identify(record(voices[3]!, 20)).candidates.some(({ hit }) => hit)).toBe(false);
  expect(list.identify(record(voices[8]!, 20)).candidates[0]!.id).toBe('p8');
  list.add('p0', record(voices[3]!, 20));
  expect(list.size).toBe(8);
  expect(list.identify(record(voices[3]!, 20)).candidates[0]).toMatchObject({ id: 'p0', hit: true });
});

it('finds nobody in an empty list, and refuses a print of another model', () => {
  const { speaker, record } = studio(25);
  const list = createVoiceList(backEnd);
  const print = record(speaker());
  expect(list.identify(print)).toMatchObject({ candidates: [], size: 0, falseAlarmRate: 0 });
  expect(() => list.add('x', { ...print, modelSha256: '00' })).toThrow(
    expect.objectContaining({ code: 'voice.models-differ' }),
  );
});
