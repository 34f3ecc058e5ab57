// Blocking by phase of the 8 × 8 grid: Fan and de Queiroz 2003, "Identification of bitmap compression history"; a cut-out keeps its own.
import type { Layers } from '../layers.ts';

/** Steps larger than this are strokes, not blocking. */
const SMALL = 8;
const PERIOD = 8;

/** Blocking on the page's grid within the seal and about it, and on the strongest other grid within. All 0 where the cut was scaled. */
export function grid({ rgb, width, height, left, top, scale, away, radius }: Layers): Record<string, number> {
  if (scale !== 1) return { gridWithin: 0, gridAbout: 0, gridOther: 0 };
  const sums = { within: table(), about: table() };
  const near = 0.06 * radius + 3;
  const green = (i: number) => rgb[3 * i + 1]!;
  for (let y = 0; y < height; y++)
    for (let x = 1; x + 2 < width; x++) {
      const i = y * width + x;
      const step = Math.abs(green(i + 1) - green(i));
      if (step > SMALL) continue;
      const about = (Math.abs(green(i) - green(i - 1)) + Math.abs(green(i + 2) - green(i + 1))) / 2;
      if (about > SMALL) continue;
      const to = away[i]! < near ? sums.within : sums.about;
      add(to.across, (x + left) % PERIOD, step - about);
      if (y < 1 || y + 2 >= height) continue;
      const down = Math.abs(green(i + width) - green(i));
      const others =
        (Math.abs(green(i) - green(i - width)) + Math.abs(green(i + 2 * width) - green(i + width))) / 2;
      if (down <= SMALL && others <= SMALL) add(to.down, (y + top) % PERIOD, down - others);
    }
  const strength = ({ across, down }: ReturnType<typeof table>, px: number, py: number) =>
    mean(across, px) + mean(down, py);
  let other = 0;
  for (let p = 0; p < PERIOD - 1; p++)
    for (let q = 0; q < PERIOD - 1; q++) other = Math.max(other, strength(sums.within, p, q));
  return {
    gridWithin: strength(sums.within, PERIOD - 1, PERIOD - 1),
    gridAbout: strength(sums.about, PERIOD - 1, PERIOD - 1),
    gridOther: other,
  };
}

/** Sums by phase, then counts. */
const table = () => ({ across: new Float64Array(2 * PERIOD), down: new Float64Array(2 * PERIOD) });

function add(to: Float64Array, phase: number, value: number): void {
  to[phase]! += value;
  to[PERIOD + phase]!++;
}

const mean = (of: Float64Array, phase: number): number =>
  of[PERIOD + phase]! < 50 ? 0 : of[phase]! / of[PERIOD + phase]!;
