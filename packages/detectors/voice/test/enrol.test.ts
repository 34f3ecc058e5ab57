import { expect, it } from 'vitest';
import { enrol, joinVoiceprints, verify } from '../src/index.ts';
import { calibratedBackEnd, studio } from './synthetic.ts';

const backEnd = calibratedBackEnd();

it('makes one print of several calls, with all their seconds', () => {
  const { speaker, record } = studio(41);
  const who = speaker();
  const recordings = [3, 8, 12].map((seconds) => ({ name: `${seconds} s`, print: record(who, seconds) }));
  const { print, kept, leftOut } = enrol(backEnd, recordings);
  expect(kept).toEqual(['3 s', '8 s', '12 s']);
  expect(leftOut).toEqual([]);
  expect(print).toMatchObject({ seconds: 23, pieces: 3, band: 'wide' });
  expect(Math.hypot(...print.vector)).toBeCloseTo(1, 5);
  // More speech says more.
  const fresh = record(who, 10);
  expect(verify(backEnd, print, fresh)).toBeGreaterThan(verify(backEnd, recordings[0]!.print, fresh));
});

it('leaves out and names calls that are poison, whatever their order and however long', () => {
  let [taken, lost, genuine] = [0, 0, 0];
  for (let seed = 0; seed < 60; seed++) {
    const { speaker, record, random } = studio(500 + seed);
    const [who, other] = [speaker(), speaker()];
    const own = Array.from({ length: 5 }, (_, i) => ({ name: `own${i}`, print: record(who, 8) }));
    // Both by one impostor, and longer than all else.
    const poison = [0, 1].map((i) => ({ name: `poison${i}`, print: record(other, 60) }));
    const recordings = [...own, ...poison].sort(() => random() - 0.5);
    const { kept, leftOut, print } = enrol(backEnd, recordings);
    taken += kept.filter((name) => name.startsWith('poison')).length;
    lost += leftOut.filter(({ name }) => name.startsWith('own')).length;
    genuine += own.length;
    expect(leftOut.every(({ llr }) => llr < 0)).toBe(true);
    expect(verify(backEnd, print, record(who, 20))).toBeGreaterThan(
      verify(backEnd, print, record(other, 20)),
    );
  }
  expect(taken).toBe(0);
  expect(lost / genuine).toBeLessThan(0.05);
});

it('refuses where no majority agrees, where there is nothing, and where models differ', () => {
  const { speaker, record } = studio(42);
  const named = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: String(i), print: record(speaker(), 20) }));
  const code = (recordings: Parameters<typeof enrol>[1]) => {
    try {
      enrol(backEnd, recordings);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(code(named(2))).toBe('voice.enrolment-disagrees');
  expect(code(named(4))).toBe('voice.enrolment-disagrees');
  expect(code([])).toBe('voice.nothing-to-enrol');
  const [one] = named(1);
  expect(code([one!])).toBeNull();
  expect(code([one!, { name: 'x', print: { ...one!.print, modelSha256: '00' } }])).toBe(
    'voice.models-differ',
  );
});

it('weighs no call above half a minute', () => {
  const { speaker, record } = studio(43);
  const [a, b] = [record(speaker(), 30), record(speaker(), 3000)];
  const joined = joinVoiceprints([a, b]);
  const cosine = (x: Float32Array) => x.reduce((sum, v, k) => sum + v * joined.vector[k]!, 0);
  expect(cosine(a.vector)).toBeCloseTo(cosine(b.vector), 5);
});
