import { type Box, clamp, grow, type Picture } from '../picture.ts';
import { normalSource, type Random } from '../random.ts';
import type { Imprint } from './seal-picture.ts';

/** How ink comes on the page. */
export interface Pressing {
  readonly centreX: number;
  readonly centreY: number;
  /** Degrees, clockwise. */
  readonly angle: number;
  /** 0–1: how much of the page shows no more. */
  readonly strength: number;
  /** `multiply` darkens the page as ink does, `alpha` covers it as a layer does. */
  readonly blend: 'multiply' | 'alpha';
  /** Standard deviation of noise within the ink, in grey levels. */
  readonly noise: number;
}

/** Lays the imprint on the page in place, bilinear; returns the box it touched. */
export function press(page: Picture, imprint: Imprint, how: Pressing, random: Random): Box {
  const { width, height, coverage, colour } = imprint;
  const { centreX, centreY, strength, blend, noise } = how;
  const radians = (how.angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const reachX = (Math.abs(cos) * width + Math.abs(sin) * height) / 2;
  const reachY = (Math.abs(sin) * width + Math.abs(cos) * height) / 2;
  const box = grow(
    { x: centreX - reachX, y: centreY - reachY, width: 2 * reachX, height: 2 * reachY },
    0,
    page,
  );
  const normal = normalSource(random);
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const dx = x + 0.5 - centreX;
      const dy = y + 0.5 - centreY;
      const u = dx * cos + dy * sin + width / 2 - 0.5;
      const v = dy * cos - dx * sin + height / 2 - 0.5;
      const cover = sampled(coverage, width, height, u, v) * strength;
      if (cover < 0.012) continue;
      const grain = noise > 0 ? normal() * noise : 0;
      const i = (y * page.width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const old = page.rgb[i + c]!;
        const laid = blend === 'alpha' ? colour[c]! : (old * colour[c]!) / 255;
        page.rgb[i + c] = clamp(Math.round(old + (laid + grain - old) * cover), 0, 255);
      }
    }
  }
  return box;
}

function sampled(values: Float32Array, width: number, height: number, u: number, v: number): number {
  const x = Math.floor(u);
  const y = Math.floor(v);
  if (x < -1 || y < -1 || x >= width || y >= height) return 0;
  const at = (i: number, j: number) =>
    i < 0 || j < 0 || i >= width || j >= height ? 0 : values[j * width + i]!;
  const fx = u - x;
  const fy = v - y;
  return (
    (at(x, y) * (1 - fx) + at(x + 1, y) * fx) * (1 - fy) +
    (at(x, y + 1) * (1 - fx) + at(x + 1, y + 1) * fx) * fy
  );
}

/** The imprint as ink really takes: weak patches, one side pressed less, gaps where the paper is rough. `wear` 0–1. */
export function worn<T extends Imprint>(imprint: T, wear: number, random: Random): T {
  const { width, height } = imprint;
  const cells = 9;
  const coarse = Float32Array.from({ length: (cells + 2) ** 2 }, () => random.between(1 - 0.75 * wear, 1.15));
  const side = random.between(0, 2 * Math.PI);
  const lean = random.between(0, 0.5) * wear;
  const gaps = 0.12 * wear;
  const coverage = imprint.coverage.map((value, i) => {
    if (value === 0) return 0;
    const x = (i % width) / width;
    const y = Math.floor(i / width) / height;
    const u = x * cells;
    const v = y * cells;
    const k = Math.floor(v) * (cells + 2) + Math.floor(u);
    const fu = u % 1;
    const fv = v % 1;
    const patch =
      (coarse[k]! * (1 - fu) + coarse[k + 1]! * fu) * (1 - fv) +
      (coarse[k + cells + 2]! * (1 - fu) + coarse[k + cells + 3]! * fu) * fv;
    const tilt = 1 - lean * (0.5 + (x - 0.5) * Math.cos(side) + (y - 0.5) * Math.sin(side));
    const grain = random.chance(gaps) ? random.between(0.2, 0.6) : 1 - 0.25 * wear * random.next();
    return value * Math.min(1, patch) * tilt * grain;
  });
  return { ...imprint, coverage };
}

/** Blurred by [k, 1 − 2k, k] both ways, `times` over. */
export function blurred<T extends Imprint>(imprint: T, k: number, times = 1): T {
  let { coverage } = imprint;
  const pass = (from: Float32Array, step: number) =>
    from.map((value, i) => (1 - 2 * k) * value + k * ((from[i - step] ?? 0) + (from[i + step] ?? 0)));
  for (let n = 0; n < times; n++) coverage = pass(pass(coverage, 1), imprint.width);
  return { ...imprint, coverage };
}
