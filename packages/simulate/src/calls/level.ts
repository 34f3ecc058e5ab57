const PEAK = 0.95;
/** Parts this far below the loudest tenth are no speech. */
const FLOOR = 10 ** (-25 / 20);
const FRAME = 320;

/** RMS of 20 ms frames. */
function frameLevels(samples: Float32Array): number[] {
  const levels: number[] = [];
  for (let at = 0; at < samples.length; at += FRAME) {
    const frame = samples.subarray(at, at + FRAME);
    levels.push(Math.sqrt(frame.reduce((sum, x) => sum + x * x, 0) / frame.length));
  }
  return levels;
}

/** RMS over the frames in which somebody speaks, linear; 0 of silence. */
export function speechLevel(samples: Float32Array): number {
  const levels = frameLevels(samples).sort((a, b) => b - a);
  const loud = levels[Math.floor(levels.length / 10)] ?? 0;
  const spoken = levels.filter((level) => level > 0 && level > loud * FLOOR);
  return Math.sqrt(spoken.reduce((sum, level) => sum + level * level, 0) / Math.max(1, spoken.length));
}

/** Brought to a level of speech in dBFS, lower where a peak would clip. */
export function levelled(samples: Float32Array, decibels: number): Float32Array {
  const level = speechLevel(samples);
  if (level === 0) return samples;
  const peak = samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const gain = Math.min(10 ** (decibels / 20) / level, PEAK / peak);
  return samples.map((x) => x * gain);
}
