import type { SealPatch } from '../src/index.ts';

/** xorshift32 (Marsaglia 2003): numbers in [0, 1) by a seed. */
export function seeded(seed: number): () => number {
  let state = (Math.imul(seed + 1, 0x9e3779b9) | 1) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A made-up round seal: rim, star, and blocks in place of characters by a seed, so that no font is needed. */
export interface Drawing {
  readonly name: number;
  readonly characters?: number;
  readonly rim?: number;
  readonly star?: number;
}

export interface View {
  /** Radians clockwise. */
  readonly turn?: number;
  readonly scale?: number;
  readonly shift?: readonly [number, number];
  /** Strength of the ink, 0–1, and deviation of noise. */
  readonly strength?: number;
  readonly noise?: number;
  /** What lies right of this place, in radii, was not seen. */
  readonly cut?: number;
}

/** Cells of a block. */
const GRID = 6;

function inkAt(
  { characters = 10, rim = 0.05, star = 0.33 }: Drawing,
  strokes: readonly number[],
  x: number,
  y: number,
): number {
  const r = Math.hypot(x, y);
  if (r > 1) return 0;
  if (r > 1 - rim) return 1;
  const angle = Math.atan2(x, -y);
  if (r < star) {
    const part = (((angle / (2 * Math.PI)) * 5 + 5.5) % 1) - 0.5;
    const edge = 0.382 / (0.382 + (1 - 0.382) * Math.abs(part) * 2);
    return r < star * edge ? 1 : 0;
  }
  if (r < 0.62 || r > 0.88) return 0;
  const span = 1.5 * Math.PI;
  const place = ((angle + span / 2) / span) * characters;
  if (place < 0 || place >= characters) return 0;
  const [u, v] = [(place % 1) / 0.8, (0.88 - r) / 0.26];
  if (u >= 1) return 0;
  const cell = Math.floor(u * GRID) + GRID * Math.floor(v * GRID);
  return strokes[(Math.floor(place) * GRID * GRID + cell) % strokes.length]!;
}

export function drawPatch(drawing: Drawing, view: View = {}, size = 256): SealPatch {
  const { turn = 0, scale = 1, shift = [0, 0], strength = 1, noise = 0, cut = 2 } = view;
  const letters = seeded(drawing.name);
  const strokes = Array.from({ length: 16 * GRID * GRID }, () => (letters() < 0.45 ? 1 : 0));
  const random = seeded(drawing.name * 31 + 7);
  const patch = { size, ink: new Float32Array(size * size), seen: new Uint8Array(size * size).fill(1) };
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  for (let i = 0; i < size * size; i++) {
    const px = (2 * ((i % size) + 0.5)) / size - 1;
    const py = (2 * (Math.floor(i / size) + 0.5)) / size - 1;
    let ink = 0;
    for (const dx of [-0.3, 0.3])
      for (const dy of [-0.3, 0.3]) {
        const [a, b] = [(px + (2 * dx) / size - shift[0]) / scale, (py + (2 * dy) / size - shift[1]) / scale];
        ink += inkAt(drawing, strokes, a * cos + b * sin, b * cos - a * sin) / 4;
      }
    patch.ink[i] = Math.max(0, Math.min(1, strength * ink + noise * (random() - 0.5)));
    if (px > cut) {
      patch.seen[i] = 0;
      patch.ink[i] = 0;
    }
  }
  return patch;
}
