import type { ByteReader } from '../bytes.ts';
import type { Decoder } from '../decoder.ts';
import type { Samples } from '../types.ts';
import type { SampleCoding } from './codings.ts';
import { readWavHeader } from './header.ts';

/** Samples a channel that are decoded at once. */
const FRAMES = 8192;

/** @throws CodedError `sound.corrupt`, `sound.unsupported-coding` */
export async function openWav(reader: ByteReader): Promise<Decoder> {
  const { coding, sampleRate, channels, dataBytes } = await readWavHeader(reader);
  const frameBytes = coding.bytes * channels;
  return {
    format: 'wav',
    sampleRate,
    channels,
    seconds: dataBytes === null ? null : dataBytes / frameBytes / sampleRate,
    async *samples(damage) {
      let left = dataBytes ?? Number.POSITIVE_INFINITY;
      while (left >= frameBytes) {
        const bytes = await reader.take(Math.min(left, FRAMES * frameBytes));
        left -= bytes.length;
        if (bytes.length >= frameBytes) yield deinterleave(bytes, coding, channels);
        if (bytes.length < frameBytes * FRAMES) break;
      }
      damage.truncated ||= Number.isFinite(left) && left >= frameBytes;
    },
    free() {},
  };
}

/** `bytes.length / channels / coding.bytes` samples a channel; what is left of a torn last one is dropped. */
export function deinterleave(bytes: Uint8Array, coding: SampleCoding, channels: number): Samples {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frames = Math.floor(bytes.length / (coding.bytes * channels));
  const stride = coding.bytes * channels;
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Float32Array(frames);
    for (let i = 0, at = channel * coding.bytes; i < frames; i++, at += stride)
      samples[i] = coding.read(data, at);
    return samples;
  });
}
