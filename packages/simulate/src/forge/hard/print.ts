import type { Hardship } from './hardship.ts';
import { fadeInk, waver } from './tone.ts';

/** Print of a needle printer: letters of dots, paler where the ribbon is worn, every other row of needles a little weaker. */
export const dotMatrix: Hardship = (page, random) => {
  const unit = Math.sqrt((page.width * page.height) / 1e6);
  const pitch = random.between(2.3, 3.2) * Math.max(1, unit);
  const gap = random.between(0.15, 0.45);
  const ribbon = waver(page.height, 40 * unit, () => random.between(0.7, 1));
  const wave = (position: number) => 0.5 + 0.5 * Math.cos((2 * Math.PI * position) / pitch);
  const across = Float32Array.from({ length: page.width }, (_, x) => wave(x));
  const down = Float32Array.from({ length: page.height }, (_, y) => wave(y));
  fadeInk(page, (x, y) => ribbon[y]! * (gap + (1 - gap) * Math.min(1, 0.35 + across[x]! * down[y]! * 1.3)));
};

/** Thermal paper grown old: pale in bands and on one side, white threads where the head's elements are dead, a tint. */
export const faintThermal: Hardship = (page, random) => {
  const least = random.between(0.25, 0.5);
  const rows = waver(page.height, page.height / random.integer(4, 12), () => random.between(least, 0.85));
  const columns = waver(page.width, page.width / random.integer(2, 6), () => random.between(0.75, 1));
  for (let n = random.integer(0, 4); n > 0; n--) columns[random.integer(0, page.width - 1)] = 0.15;
  fadeInk(page, (x, y) => rows[y]! * columns[x]!);
  const tint = [1, random.between(0.96, 1), random.between(0.88, 0.98)];
  for (let i = 0; i < page.rgb.length; i++) page.rgb[i] = page.rgb[i]! * tint[i % 3]!;
};
