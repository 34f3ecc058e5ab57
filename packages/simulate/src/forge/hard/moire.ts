import type { Hardship } from './hardship.ts';

/** A page photographed from a screen: the two grids beat, in bands that differ a little from colour to colour. */
export const moire: Hardship = (page, random) => {
  const strength = random.between(0.008, 0.03);
  const waves = [random.between(0, Math.PI), random.between(0, Math.PI)].map((angle) => {
    const period = random.between(5, 60);
    return { fx: (2 * Math.PI * Math.cos(angle)) / period, fy: (2 * Math.PI * Math.sin(angle)) / period };
  });
  const shift = random.between(0.2, 1.2);
  const out = new Uint8ClampedArray(page.rgb.buffer, page.rgb.byteOffset, page.rgb.length);
  for (let c = 0; c < 3; c++) {
    const tables = waves.map(({ fx, fy }) => ({
      across: phases(page.width, fx, c * shift),
      down: phases(page.height, fy, 0),
    }));
    for (let y = 0, i = c; y < page.height; y++) {
      for (let x = 0; x < page.width; x++, i += 3) {
        let sum = 0;
        // sin(a + b), from tables of both.
        for (const { across, down } of tables)
          sum += across.sin[x]! * down.cos[y]! + across.cos[x]! * down.sin[y]!;
        out[i] = out[i]! * (1 + strength * (sum - 1));
      }
    }
  }
};

function phases(length: number, step: number, start: number) {
  return {
    sin: Float32Array.from({ length }, (_, i) => Math.sin(start + i * step)),
    cos: Float32Array.from({ length }, (_, i) => Math.cos(start + i * step)),
  };
}
