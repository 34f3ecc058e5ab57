// ITU-T G.711 (1988), table 1: A-law; G.712: the band of a telephone channel, about 300–3400 Hz.
import { A_LAW } from '@jianzhen/signal';
import { SAMPLE_RATE } from './synthesise.ts';

export const TELEPHONE_RATE = 8000;
const TAPS = 95;
const LOW = 260;
const HIGH = 3520;

/** Windowed sinc between the band's edges, Hamming, gain 1 within. */
const BAND = Float32Array.from({ length: TAPS }, (_, i) => {
  const at = i - (TAPS - 1) / 2;
  const sinc = (edge: number) =>
    at === 0 ? (2 * edge) / SAMPLE_RATE : Math.sin((2 * Math.PI * edge * at) / SAMPLE_RATE) / (Math.PI * at);
  return (sinc(HIGH) - sinc(LOW)) * (0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (TAPS - 1)));
});

/** 16 kHz to the telephone's band at 8 kHz, what a G.711 line leaves of it. */
export function overTelephone(samples: Float32Array): Float32Array {
  const half = (TAPS - 1) / 2;
  return Float32Array.from({ length: samples.length >> 1 }, (_, i) => {
    let sum = 0;
    const first = Math.max(0, 2 * i - half);
    const last = Math.min(samples.length - 1, 2 * i + half);
    for (let j = first; j <= last; j++) sum += samples[j]! * BAND[j - 2 * i + half]!;
    return A_LAW[encodeALaw(sum)]!;
  });
}

/** A sample in [-1, 1] as an octet of A-law, even bits inverted. */
export function encodeALaw(sample: number): number {
  const size = Math.min(4095, Math.floor(Math.abs(sample) * 4096));
  const segment = Math.max(0, 31 - Math.clz32(size | 1) - 4);
  const code = segment === 0 ? size >> 1 : (segment << 4) | ((size >> segment) & 15);
  return (sample < 0 ? code : code | 0x80) ^ 0x55;
}
