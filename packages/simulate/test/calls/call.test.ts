import { A_LAW } from '@jianzhen/signal';
import { describe, expect, test } from 'vitest';
import {
  call,
  callsCsv,
  createVoice,
  encodeALaw,
  makeCall,
  overTelephone,
  planCalls,
  speechLevel,
  writeWav,
} from '../../src/index.ts';

const [agent, customer] = [createVoice('call', 'agent'), createVoice('call', 'customer')];

/** As bytes, which are compared faster than numbers. */
const octets = (samples: Float32Array) => Buffer.from(samples.buffer).toString('base64');

describe('a call', () => {
  test('is the same for a seed; each side is on its own channel and speaks in its turns', () => {
    const made = call({ agent, customer, seconds: 12 }, 5);
    const again = call({ agent, customer, seconds: 12 }, 5);
    expect(again.turns).toEqual(made.turns);
    expect(again.channels.map(octets)).toEqual(made.channels.map(octets));
    expect(made.sampleRate).toBe(8000);
    expect(made.channels.map(({ length }) => length)).toEqual([96_000, 96_000]);
    for (const { channel, start, end } of made.turns) {
      const alone = made.turns.every(
        (turn) => turn.channel === channel || turn.end <= start || turn.start >= end,
      );
      if (!alone || end - start < 1.5) continue;
      const [own, other] = [channel, 1 - channel].map((at) =>
        speechLevel(made.channels[at]!.subarray(start * 8000, end * 8000)),
      ) as [number, number];
      expect(own, `${channel} ${start}`).toBeGreaterThan(2 * other);
    }
  });

  test('in an app it has 16 kHz', () => {
    const wide = call({ agent, customer, seconds: 4, line: 'wide' }, 5);
    expect(wide.sampleRate).toBe(16_000);
    expect(wide.channels[0]).toHaveLength(64_000);
  });
});

test.each([
  [100, 0, 0.1],
  [1000, 0.95, 1.05],
  [3000, 0.95, 1.05],
  [4500, 0, 0.02],
])('of %i Hz the telephone leaves %d to %d', (frequency, low, high) => {
  const tone = Float32Array.from(
    { length: 16_000 },
    (_, i) => 0.5 * Math.sin((Math.PI * frequency * i) / 8000),
  );
  const left = speechLevel(overTelephone(tone)) / speechLevel(tone);
  expect(left).toBeGreaterThanOrEqual(low);
  expect(left).toBeLessThanOrEqual(high);
});

describe('A-law', () => {
  test('has the octets of G.711 and errs by at most a thirty-second', () => {
    expect([0, 1, -1].map(encodeALaw)).toEqual([0xd5, 0xaa, 0x2a]);
    for (let octet = 0; octet < 256; octet++) expect(encodeALaw(A_LAW[octet]!)).toBe(octet);
    for (let x = 1 / 64; x < 1; x += 0.003)
      expect(Math.abs(A_LAW[encodeALaw(x)]! / x - 1)).toBeLessThan(1 / 30);
  });
});

describe('WAV', () => {
  test.each([
    ['pcm16', 1, 2],
    ['a-law', 6, 1],
  ] as const)('%s: head and samples, channels in turn', (coding, tag, octets) => {
    const bytes = Buffer.from(
      writeWav([Float32Array.of(0, 0.5, -0.5), Float32Array.of(1, 0, 2)], 8000, coding),
    );
    expect(bytes.toString('latin1', 0, 4)).toBe('RIFF');
    expect([20, 22, 32, 34].map((at) => bytes.readUInt16LE(at))).toEqual([tag, 2, 2 * octets, 8 * octets]);
    expect([24, 28, 40].map((at) => bytes.readUInt32LE(at))).toEqual([8000, 16_000 * octets, 6 * octets]);
    expect(bytes).toHaveLength(44 + 6 * octets);
    if (coding === 'pcm16')
      expect(Array.from({ length: 6 }, (_, i) => bytes.readInt16LE(44 + 2 * i))).toEqual([
        0, 32767, 16384, 0, -16383, 32767,
      ]);
    else expect(bytes[45]).toBe(0xaa);
  });
});

describe('a set of calls', () => {
  const options = {
    seed: 3,
    customers: 20,
    agencies: 2,
    ownCalls: 2,
    seconds: 5,
    line: 'telephone',
  } as const;

  test('customers speak in person, agencies speak as several of them, and the truth says who', () => {
    const calls = planCalls(options);
    expect(calls).toHaveLength(20 * 2 + 8);
    expect(planCalls(options)).toEqual(calls);
    const spoken = calls.filter(({ agency }) => agency);
    expect(new Set(spoken.map(({ customer: id }) => id)).size).toBe(8);
    expect(new Set(spoken.map(({ speaker }) => speaker)).size).toBeLessThanOrEqual(4);
    for (const { customer: id, speaker, agency } of calls)
      expect(agency ? speaker.startsWith(agency) : speaker === id).toBe(true);
    expect(planCalls({ ...options, agencies: 0 })).toHaveLength(40);
    expect(callsCsv(calls).split('\n')).toHaveLength(calls.length + 2);
  });

  test('a planned call is the same whenever it is made', () => {
    const [first] = planCalls(options);
    const [once, again] = [makeCall(first!, 3), makeCall(first!, 3)];
    expect(again.channels.map(octets)).toEqual(once.channels.map(octets));
  });
});
