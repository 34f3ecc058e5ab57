import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { A_LAW, MU_LAW } from '../../src/g711.ts';
import { openSound } from '../../src/open.ts';
import { readAll, refusal, trickle } from '../support/read.ts';
import { chunk, pcm16, type WavOptions, wavOf } from '../support/wav.ts';

const dataView = (length: number, write: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(length);
  write(new DataView(bytes.buffer));
  return bytes;
};

describe('WAV: what each coding says', () => {
  const codings: [string, WavOptions, Uint8Array, number[]][] = [
    ['8 bits', { bits: 8 }, Uint8Array.of(0, 128, 192), [-1, 0, 0.5]],
    [
      '16 bits',
      { bits: 16 },
      dataView(4, (v) => {
        v.setInt16(0, -32768, true);
        v.setInt16(2, 16384, true);
      }),
      [-1, 0.5],
    ],
    [
      '24 bits',
      { bits: 24 },
      Uint8Array.of(0, 0, 0x80, 0, 0, 0x40, 0xff, 0xff, 0xff),
      [-1, 0.5, -1 / 2 ** 23],
    ],
    ['32 bits', { bits: 32 }, dataView(8, (v) => v.setInt32(4, 2 ** 30, true)), [0, 0.5]],
    [
      'floats, beyond full scale and no numbers among them',
      { bits: 32, tag: 3 },
      dataView(16, (v) =>
        [0.25, -3, Number.NaN, Number.POSITIVE_INFINITY].forEach((x, i) => {
          v.setFloat32(4 * i, x, true);
        }),
      ),
      [0.25, -1, 0, 1],
    ],
    ['floats of 64 bits', { bits: 64, tag: 3 }, dataView(8, (v) => v.setFloat64(0, -0.125, true)), [-0.125]],
    [
      'A-law',
      { bits: 8, tag: 6 },
      Uint8Array.of(0xd5, 0x55, 0xaa, 0x2a),
      [1, -1, 4032, -4032].map((x) => x / 4096),
    ],
    ['μ-law', { bits: 8, tag: 7 }, Uint8Array.of(0xff, 0x80, 0x00), [0, 8031, -8031].map((x) => x / 8192)],
  ];
  for (const [name, options, data, wanted] of codings) {
    for (const extensible of [false, true]) {
      it(`${name}${extensible ? ', extensible' : ''}`, async () => {
        const { sound, channels } = await readAll(wavOf(data, { ...options, extensible }));
        expect(sound).toMatchObject({ format: 'wav', sampleRate: 16_000, channels: 1 });
        expect(sound.seconds).toBeCloseTo(wanted.length / 16_000, 9);
        expect([...channels[0]!]).toEqual(wanted.map((value) => expect.closeTo(value, 6)));
      });
    }
  }

  it('G.711 rises with the level and is odd', () => {
    for (const [table, inverted] of [
      [A_LAW, 0x55],
      [MU_LAW, 0xff],
    ] as const) {
      const positive = Array.from(
        { length: 128 },
        (_, code) => table[(code | 0x80) ^ (inverted === 0xff ? 0x7f : 0x55)]!,
      );
      for (let i = 1; i < 128; i++) expect(positive[i]!).toBeGreaterThan(positive[i - 1]!);
      for (let byte = 0; byte < 128; byte++) expect(table[byte]!).toBeCloseTo(-table[byte | 0x80]!, 9);
    }
  });

  it('keeps two channels apart', async () => {
    const [left, right] = [Float32Array.of(0.5, -0.5, 0.25), Float32Array.of(0, 0.125, -1)];
    const { channels } = await readAll(pcm16([left, right], 8000));
    expect(channels).toEqual([left, right]);
  });
});

describe('WAV: bytes as they come', () => {
  it('gives the same whatever pieces they come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 3000 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(1, 2),
        async (data, lengths, channels) => {
          const file = wavOf(data, { bits: 8, channels });
          if (data.length < channels) return;
          const whole = await readAll(file);
          const pieces = await readAll(trickle(file, lengths));
          expect(pieces.channels).toEqual(whole.channels);
          expect(whole.channels[0]!.length).toBe(Math.floor(data.length / channels));
        },
      ),
      { numRuns: 100, seed: 8 },
    );
  });

  it('never fails but by a code, whatever the bytes', async () => {
    const sound = Buffer.from(pcm16([Float32Array.from({ length: 200 }, (_, i) => Math.sin(i))], 16_000));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 255 })), {
          maxLength: 6,
        }),
        fc.integer({ min: 0, max: 444 }),
        async (changes, cut) => {
          const bytes = Buffer.from(sound.subarray(0, cut));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const code = await refusal(bytes);
          if (code !== null) expect(code).toMatch(/^sound\./);
        },
      ),
      { numRuns: 500, seed: 8 },
    );
  });

  it('stops the source when the reader leaves early', async () => {
    let stopped = false;
    async function* source() {
      try {
        for (;;) yield pcm16([new Float32Array(50_000)], 8000);
      } finally {
        stopped = true;
      }
    }
    const sound = await openSound(source());
    for await (const _ of sound.chunks()) break;
    expect(stopped).toBe(true);
    await expect(sound.chunks().next()).rejects.toMatchObject({ code: 'sound.read-twice' });
  });
});

describe('WAV: hostile and broken', () => {
  const second = new Uint8Array(32_000);
  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'sound.empty'],
    ['a head alone', Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), 'sound.corrupt'],
    ['no samples', wavOf(new Uint8Array(0)), 'sound.empty'],
    [
      'no format',
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), chunk('data', second)]),
      'sound.corrupt',
    ],
    [
      'a short format',
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), chunk('fmt ', new Uint8Array(8))]),
      'sound.corrupt',
    ],
    ['no channel', wavOf(second, { channels: 0 }), 'sound.corrupt'],
    ['three channels', wavOf(second, { channels: 3 }), 'sound.too-many-channels'],
    ['65,535 channels', wavOf(second, { channels: 65_535, bits: 8 }), 'sound.too-many-channels'],
    ['a size of samples that cannot be', wavOf(second, { frameBytes: 1 }), 'sound.corrupt'],
    ['a rate of 0', wavOf(second, { rate: 0 }), 'sound.sample-rate'],
    ['a rate of 4 GHz', wavOf(second, { rate: 0xffffffff }), 'sound.sample-rate'],
    ['6 kHz', wavOf(second, { rate: 6000 }), 'sound.sample-rate'],
    ['ADPCM', wavOf(second, { tag: 0x11, bits: 4 }), 'sound.unsupported-coding'],
    ['GSM 6.10', wavOf(second, { tag: 0x31, bits: 0 }), 'sound.unsupported-coding'],
    ['a claim of days', wavOf(second, { dataSize: 0xfffffff0, rate: 8000 }), 'sound.too-long'],
    [
      'endless chunks',
      Buffer.concat([
        Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'),
        ...Array<Buffer>(2000).fill(chunk('junk', new Uint8Array(0))),
      ]),
      'sound.corrupt',
    ],
    [
      'a chunk longer than the file',
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'), chunk('junk', second, 0xfffffff0)]),
      'sound.corrupt',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('reads what is there of a truncated one, and says so', async () => {
    const { sound, channels } = await readAll(wavOf(second, { dataSize: 64_000 }));
    expect(sound.seconds).toBe(2);
    expect(sound.damage.truncated).toBe(true);
    expect(channels[0]!.length).toBe(16_000);
  });

  it('reads to the end where the writer could not come back to fill in the size', async () => {
    for (const dataSize of [0, 0xffffffff]) {
      const { sound, channels } = await readAll(wavOf(second, { dataSize }));
      expect(sound.seconds).toBeNull();
      expect(sound.damage.truncated).toBe(false);
      expect(channels[0]!.length).toBe(16_000);
    }
  });

  it('reads no further than the samples, whatever follows or goes before', async () => {
    const file = Buffer.concat([
      wavOf(second, { between: chunk('LIST', new Uint8Array(1001)) }),
      chunk('id3 ', new Uint8Array(5000).fill(7)),
    ]);
    const { channels } = await readAll(file);
    expect(channels[0]!.every((sample) => sample === 0)).toBe(true);
    expect(channels[0]!.length).toBe(16_000);
  });

  it('reads RF64 by its long size', async () => {
    const sizes = Buffer.alloc(28);
    sizes.writeBigUInt64LE(32_000n, 8);
    const body = wavOf(second, { magic: 'RF64', dataSize: 0xffffffff }).subarray(12);
    const file = Buffer.concat([
      Buffer.from('RF64\xff\xff\xff\xffWAVE', 'latin1'),
      chunk('ds64', sizes),
      body,
      Buffer.alloc(640, 1),
    ]);
    const { sound, channels } = await readAll(file);
    expect(sound.seconds).toBe(1);
    expect(channels[0]!.length).toBe(16_000);
    sizes.writeBigUInt64LE(2n ** 62n, 8);
    const days = Buffer.concat([
      Buffer.from('RF64\xff\xff\xff\xffWAVE', 'latin1'),
      chunk('ds64', sizes),
      body,
    ]);
    expect(await refusal(days)).toBe('sound.too-long');
  });

  it('ends a stream that goes on for longer than it may', async () => {
    async function* endless() {
      yield wavOf(second, { dataSize: 0xffffffff });
      for (;;) yield second;
    }
    expect(await refusal(endless(), { limits: { maxSeconds: 10 } })).toBe('sound.too-long');
  });
});
