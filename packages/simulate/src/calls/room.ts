// Karjalainen & Järveläinen, "Reverberation modeling using velvet noise" (2007): a room's tail as single pulses of either sign, cheap to convolve with.
import { normalSource, type Random } from '../random.ts';
import { speechLevel } from './level.ts';
import { SAMPLE_RATE } from './synthesise.ts';

export interface Room {
  /** Seconds until sound has fallen by 60 dB. */
  readonly reverberation: number;
  /** Energy of the tail against the direct sound, dB. */
  readonly tail: number;
  /** Speech above the room's noise, dB. */
  readonly signalToNoise: number;
}

export const drawRoom = (random: Random): Room => ({
  reverberation: random.between(0.15, 0.5),
  tail: random.between(-22, -6),
  signalToNoise: random.between(18, 38),
});

const PULSES_PER_SECOND = 800;

/** Speech as a microphone in the room hears it, as long as before. */
export function inRoom(samples: Float32Array, room: Room, random: Random): Float32Array {
  const out = Float32Array.from(samples);
  const step = SAMPLE_RATE / PULSES_PER_SECOND;
  const count = Math.floor(room.reverberation * PULSES_PER_SECOND);
  const delays = Uint32Array.from({ length: count }, (_, i) => Math.round((i + 1 + random.next()) * step));
  const pulses = Float32Array.from(
    delays,
    (delay) => (random.chance(0.5) ? 1 : -1) * 10 ** ((-3 * delay) / SAMPLE_RATE / room.reverberation),
  );
  const energy = pulses.reduce((sum, pulse) => sum + pulse * pulse, 0);
  const scale = Math.sqrt(10 ** (room.tail / 10) / energy);
  samples.forEach((sample, i) => {
    // Half of a call is silence before the room is added.
    if (sample === 0) return;
    const strength = sample * scale;
    for (let k = 0; k < count && i + delays[k]! < out.length; k++)
      out[i + delays[k]!]! += strength * pulses[k]!;
  });
  addNoise(out, speechLevel(samples) * 10 ** (-room.signalToNoise / 20), random);
  return out;
}

/** Noise that falls with frequency, as fans and traffic do. */
function addNoise(samples: Float32Array, level: number, random: Random): void {
  const normal = normalSource(random);
  const pole = random.between(0.6, 0.95);
  const scale = level * Math.sqrt(1 - pole * pole);
  let noise = 0;
  for (let i = 0; i < samples.length; i++) {
    noise = pole * noise + scale * normal();
    samples[i]! += noise;
  }
}
