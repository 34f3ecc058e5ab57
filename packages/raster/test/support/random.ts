/** A small seeded generator (mulberry32): numbers in [0, 1). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A coloured page with soft shades, hard edges and noise: something for every coefficient. */
export function testPage(width: number, height: number, seed = 1): Uint8Array {
  const next = random(seed);
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = y % 17 < 9 && ((x >> 1) * 5 + (y >> 2) * 3) % 13 < 5;
      const shade = 40 * Math.sin(x / 23) + 30 * Math.cos(y / 31);
      const noise = 24 * (next() - 0.5);
      rgb[at++] = clamp((ink ? 60 : 200) + shade + noise);
      rgb[at++] = clamp((ink ? 30 : 190) - shade / 2 + noise);
      rgb[at++] = clamp((ink ? 120 : 180) + shade / 3 - noise);
    }
  }
  return rgb;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
