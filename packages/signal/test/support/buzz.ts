/**
 * A sawtooth of 125 Hz that comes and goes four times a second: nobody would take it for speech, but the network that finds
 * speech does, and what it does with speech can be tested by it.
 *
 * @returns samples at 16 kHz
 */
export const buzz = (seconds: number): Float32Array =>
  Float32Array.from({ length: Math.round(seconds * 16_000) }, (_, i) => {
    const level = Math.min(i % 4000, 4000 - (i % 4000));
    return Math.floor((((i % 128) * 200 - 12_800) * level) / 2000) / 32768;
  });
