import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noise } from '../support/noise.ts';
import { readAll, refusal, trickle } from '../support/read.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

/** Share of a sound's energy at one frequency (G. Goertzel, 1958). */
function shareAt(hz: number, samples: Float32Array, rate: number): number {
  let [re, im, energy] = [0, 0, 0];
  samples.forEach((value, i) => {
    re += value * Math.cos((2 * Math.PI * hz * i) / rate);
    im += value * Math.sin((2 * Math.PI * hz * i) / rate);
    energy += value * value;
  });
  return (2 * (re * re + im * im)) / (samples.length * energy);
}

const FILES = [
  { name: 'stereo.opus', format: 'opus', rate: 16_000, channels: 2, seconds: 1 },
  { name: 'mono.opus', format: 'opus', rate: 16_000, channels: 1, seconds: 1 },
  { name: 'stereo.mp3', format: 'mp3', rate: 44_100, channels: 2, seconds: 1 },
  { name: 'mono.mp3', format: 'mp3', rate: 16_000, channels: 1, seconds: 1 },
  { name: 'stereo.flac', format: 'flac', rate: 16_000, channels: 2, seconds: 0.3 },
  { name: 'mono24.flac', format: 'flac', rate: 44_100, channels: 1, seconds: 0.1 },
  { name: 'mono.amr', format: 'amr-nb', rate: 8000, channels: 1, seconds: 1 },
] as const;

describe('coded recordings', () => {
  it.each(FILES)('$name is read', async ({ name, format, rate, channels, seconds }) => {
    const { sound, channels: heard } = await readAll(fixture(name));
    expect(sound).toMatchObject({ format, sampleRate: rate, channels });
    expect(sound.damage).toEqual({ brokenFrames: 0, truncated: false });
    expect(heard.length).toBe(channels);
    // Codecs of frames add up to two of theirs at the ends.
    expect(heard[0]!.length / rate).toBeGreaterThan(seconds - 0.001);
    expect(heard[0]!.length / rate).toBeLessThan(seconds + 0.11);
    for (const [channel, samples] of heard.entries()) {
      const middle = samples.subarray(samples.length * 0.2, samples.length * 0.8);
      expect(shareAt(channel === 0 ? 440 : 1000, middle, rate)).toBeGreaterThan(0.97);
      expect(Math.max(...middle)).toBeGreaterThan(0.4);
      expect(Math.max(...middle)).toBeLessThan(0.6);
    }
  });

  it.each(FILES)('$name reads the same in pieces', async ({ name }) => {
    const bytes = fixture(name);
    const whole = await readAll(bytes);
    expect((await readAll(trickle(bytes, [1, 700, 13]))).channels).toEqual(whole.channels);
  });

  it.each(FILES)('$name goes on behind what is broken, and says so', async ({ name }) => {
    const bytes = Buffer.from(fixture(name));
    const whole = await readAll(bytes);
    const middle = Math.floor(0.75 * bytes.length);
    // What looks like the beginning of a frame of MP3, FLAC and AMR alike is among it.
    bytes.fill(Buffer.from([0xff, 0xfb, 0x3c, 0x00, 0xff, 0xf8, 0x81]), middle, middle + 250);
    const torn = await readAll(bytes);
    expect(torn.sound.damage.brokenFrames).toBeGreaterThan(0);
    expect(torn.channels[0]!.length).toBeGreaterThan(0.5 * whole.channels[0]!.length);
    expect(torn.channels[0]!.length).toBeLessThan(1.2 * whole.channels[0]!.length);
  });

  it.each(FILES)('$name never fails but by a code', { timeout: 60_000 }, async ({ name }) => {
    const whole = fixture(name);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(100), fc.nat(255)), { maxLength: 2 }),
        fc.integer({ min: 1, max: whole.length }),
        async (changes, early, end) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of [...changes, ...early]) bytes[at] = value;
          const code = await refusal(bytes.subarray(0, Math.max(end, whole.length / 2)));
          if (code !== null) expect(code).toMatch(/^sound\./);
        },
      ),
      { numRuns: 25, seed: 8 },
    );
  });
});

describe('FLAC', () => {
  it.each([
    ['stereo.flac', 2],
    ['mono24.flac', 3],
  ])('%s gives the very samples that its checksum was taken of', async (name, width) => {
    const bytes = fixture(name);
    const { channels } = await readAll(bytes);
    const raw = Buffer.alloc(channels[0]!.length * channels.length * width);
    channels.forEach((samples, channel) => {
      samples.forEach((value, i) => {
        raw.writeIntLE(value * 2 ** (8 * width - 1), (i * channels.length + channel) * width, width);
      });
    });
    const md5 = createHash('md5').update(raw).digest('hex');
    expect(md5).toBe(bytes.toString('hex', 26, 42));
  });

  it('that claims days is refused before anything is decoded', async () => {
    const bytes = Buffer.from(fixture('stereo.flac'));
    bytes.writeUInt32BE(0xffffffff, 22);
    expect(await refusal(bytes)).toBe('sound.too-long');
  });

  it('of three channels is refused', async () => {
    const bytes = Buffer.from(fixture('stereo.flac'));
    bytes[20] = (bytes[20]! & 0xf1) | (2 << 1);
    expect(await refusal(bytes)).toBe('sound.too-many-channels');
  });
});

describe('MP3', () => {
  it('that promises days is refused', async () => {
    const bytes = Buffer.from(fixture('stereo.mp3'));
    const at = Math.max(bytes.indexOf('Xing'), bytes.indexOf('Info'));
    bytes.writeUInt32BE(0x7fffffff, at + 8);
    expect(await refusal(bytes)).toBe('sound.too-long');
  });

  it('is looked for behind its tags, but not for ever', async () => {
    const bytes = fixture('mono.mp3');
    expect(bytes.toString('latin1', 0, 3)).toBe('ID3');
    expect(
      await refusal(
        Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x02\0', 'latin1'), Buffer.alloc(256), bytes]),
      ),
    ).toBeNull();
    expect(
      await refusal(Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(100_000)])),
    ).toBe('sound.corrupt');
  });
});

describe('Opus', () => {
  /** Sound by a codec packet of one byte, 60 ms of nothing each, many to a page: hours in a kilobyte. */
  it('of a few bytes that stand for hours ends at the limit', async () => {
    const bytes = fixture('mono.opus');
    const pages = bytes.indexOf('OggS', bytes.indexOf('OpusTags'));
    async function* bomb() {
      yield bytes.subarray(0, pages);
      for (let sequence = 2; ; sequence++) yield silentPage(bytes.readUInt32LE(14), sequence);
    }
    expect(await refusal(bomb(), { limits: { maxSeconds: 100 } })).toBe('sound.too-long');
  });

  it('of three channels is refused', async () => {
    const bytes = Buffer.from(fixture('mono.opus'));
    bytes[bytes.indexOf('OpusHead') + 9] = 3;
    expect(await refusal(resealed(bytes))).toBe('sound.too-many-channels');
  });
});

/** A page of 255 packets of one byte. */
function silentPage(serial: number, sequence: number): Buffer {
  const page = Buffer.alloc(27 + 255 + 255, 1);
  page.write('OggS\0\0', 'latin1');
  page.writeBigInt64LE(-1n, 6);
  page.writeUInt32LE(serial, 14);
  page.writeUInt32LE(sequence, 18);
  page[26] = 255;
  page.fill(0x18, 282);
  return resealed(page);
}

/** With the checksum of the first page set right, bit by bit as RFC 3533 says. */
function resealed(bytes: Buffer): Buffer {
  const laces = bytes.subarray(27, 27 + bytes[26]!);
  const page = bytes.subarray(0, 27 + laces.length + laces.reduce((sum, lace) => sum + lace, 0));
  page.writeUInt32LE(0, 22);
  let crc = 0;
  for (const byte of page) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  page.writeUInt32LE(crc >>> 0, 22);
  return bytes;
}

describe('AMR', () => {
  it('wide band comes in frames of 20 ms at 16 kHz', async () => {
    const frames = Array.from({ length: 50 }, (_, i) => {
      const frame = Buffer.from(noise(33, i).map((value) => 128 + 127 * value));
      frame[0] = 2 << 3;
      return frame;
    });
    const { sound, channels } = await readAll(Buffer.concat([Buffer.from('#!AMR-WB\n'), ...frames]));
    expect(sound).toMatchObject({
      format: 'amr-wb',
      sampleRate: 16_000,
      damage: { brokenFrames: 0, truncated: false },
    });
    expect(channels[0]!.length).toBe(16_000);
  });
});

describe('what a recording is', () => {
  const raw = Buffer.from([0xd5, 0x55, 0xd4, 0x51, 0x80]);
  it('goes by the name for raw G.711 alone', async () => {
    const { sound, channels } = await readAll(raw, { name: 'call.PCMA' });
    expect(sound).toMatchObject({ format: 'g711-a-law', sampleRate: 8000, channels: 1, seconds: null });
    expect(channels[0]!.length).toBe(5);
    expect((await readAll(raw, { name: 'call.ul' })).sound.format).toBe('g711-mu-law');
    expect(await refusal(raw, { name: 'call.wav' })).toBe('sound.unsupported-format');
    expect(await refusal(raw)).toBe('sound.unsupported-format');
    await expect(readAll(Buffer.from([0xff, 0xf1, 0x50, 0x80]))).rejects.toThrow('AAC');
    expect((await readAll(fixture('mono.opus'), { name: 'call.al' })).sound.format).toBe('opus');
  });

  it.each([
    ['an M4A', Buffer.from('\0\0\0\x20ftypM4A \0\0\0\0', 'latin1'), 'M4A'],
    ['a WebM', Buffer.from('\x1aE\xdf\xa3\x01\0\0\0', 'latin1'), 'WebM'],
    ['an Ogg Vorbis', Buffer.from(`OggS${'\0'.repeat(24)}\x01vorbis`, 'latin1'), 'Vorbis'],
    ['a voice message of WeChat', Buffer.from('\x02#!SILK_V3', 'latin1'), 'SILK'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF'],
  ])('is refused by name where it is %s', async (_, bytes, seen) => {
    // Not even the name of raw sound makes sound of it.
    await expect(readAll(bytes, { name: 'call.al' })).rejects.toMatchObject({
      code: 'sound.unsupported-format',
      text: { en: expect.stringContaining(seen) },
    });
  });
});
