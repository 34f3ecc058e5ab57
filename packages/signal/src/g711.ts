/** ITU-T Recommendation G.711 (1988): eight bits a sample, quantised by the logarithm; expanded as in its tables 1 and 2. */

/** Sample of each A-law byte, in [-1, 1). */
export const A_LAW: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  // Even bits are sent inverted.
  const code = byte ^ 0x55;
  const [segment, step] = [(code >> 4) & 7, code & 15];
  const magnitude = segment === 0 ? 2 * step + 1 : (2 * step + 33) << (segment - 1);
  return ((code & 0x80 ? 1 : -1) * magnitude) / 4096;
});

/** Sample of each μ-law byte, in (-1, 1). */
export const MU_LAW: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  const code = ~byte & 0xff;
  const [segment, step] = [(code >> 4) & 7, code & 15];
  const magnitude = ((2 * step + 33) << segment) - 33;
  return ((code & 0x80 ? -1 : 1) * magnitude) / 8192;
});
