// IBM & Microsoft, "Multimedia programming interface and data specifications 1.0" (1991): RIFF WAVE; formats 1 (PCM) and 6 (A-law).
import { encodeALaw } from './telephone.ts';

export type WavCoding = 'pcm16' | 'a-law';
const FORMATS = { pcm16: { tag: 1, octets: 2 }, 'a-law': { tag: 6, octets: 1 } } as const;
const HEAD = 44;

/** Channels of one length, samples in [-1, 1], as a WAV file. */
export function writeWav(
  channels: readonly Float32Array[],
  sampleRate: number,
  coding: WavCoding = 'pcm16',
): Uint8Array {
  const { tag, octets } = FORMATS[coding];
  const length = channels[0]?.length ?? 0;
  const block = octets * channels.length;
  const bytes = Buffer.alloc(HEAD + length * block);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(tag, 20);
  bytes.writeUInt16LE(channels.length, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * block, 28);
  bytes.writeUInt16LE(block, 32);
  bytes.writeUInt16LE(8 * octets, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(length * block, 40);
  let at = HEAD;
  for (let i = 0; i < length; i++)
    for (const channel of channels) {
      const sample = Math.max(-1, Math.min(1, channel[i]!));
      if (coding === 'a-law') bytes[at] = encodeALaw(sample);
      else bytes.writeInt16LE(Math.round(sample * 32767), at);
      at += octets;
    }
  return bytes;
}
