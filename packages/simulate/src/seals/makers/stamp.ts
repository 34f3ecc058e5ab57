import type { Random } from '../../random.ts';
import { fibres, knotNoise, smooth } from '../fields.ts';
import type { Blend } from '../lay.ts';
import type { Coverage } from '../types.ts';

/** How one impression of a die took. */
export interface Pressing {
  /** Millimetres that ink creeps along fibres. */
  readonly bleed: number;
  /** 0–1: how unevenly the die was pressed. */
  readonly uneven: number;
  /** 0–1: how much the die leaned to a side. */
  readonly lean: number;
  /** Direction of the lean, radians. */
  readonly side: number;
  /** Share of the ink that is missing in spots. */
  readonly spots: number;
  /** Surplus ink that is squeezed to the strokes' edges, 0–1. */
  readonly squeeze: number;
  /** Mean thickness of the ink: 1 shows the pad's colour. */
  readonly thickness: number;
  readonly blend: Blend;
}

export function drawPressing(random: Random, faint: boolean): Pressing {
  return {
    bleed: random.between(0.03, 0.14),
    uneven: random.between(0.15, 0.75),
    lean: random.chance(0.5) ? random.between(0, 0.7) : 0,
    side: random.between(0, 2 * Math.PI),
    spots: random.chance(0.7) ? random.between(0, 0.16) : random.between(0.16, 0.32),
    squeeze: random.between(0, 0.5),
    thickness: faint ? random.between(0.18, 0.4) : random.between(0.55, 1.15),
    // Printed over (toner is opaque) or pressed over print (paste hides some of it).
    blend: { mode: 'ink', hiding: random.chance(0.45) ? 0 : random.between(0.05, 0.4) },
  };
}

/**
 * Ink of a die on paper: pressure that changes slowly, a tilt, ink that creeps along fibres so that edges fray, spots where nothing
 * took, surplus at strokes' edges. `mm`: pixels of the die's coverage a millimetre. Values are thicknesses, about 0 to 1.5.
 */
export function pressDie(die: Coverage, how: Pressing, mm: number, random: Random): Coverage {
  const { width, height } = die;
  const size = { width, height };
  const bleed = how.bleed * mm;
  const spread = smooth(die, Math.max(0.4, bleed * 0.8));
  const wide = smooth(die, Math.max(0.8, 0.35 * mm));
  const grain = fibres(width, height, Math.max(2, 0.5 * mm), random);
  const slow = knotNoise(width, height, Math.max(4, 7 * mm), random);
  const patches = knotNoise(width, height, Math.max(3, 1.8 * mm), random);
  const holes = smooth({ ...size, values: knotNoise(width, height, Math.max(1.5, 0.22 * mm), random) }, 0.6);
  const fine = fibres(width, height, Math.max(1, 0.12 * mm), random);
  const [cos, sin] = [Math.cos(how.side), Math.sin(how.side)];
  const softness = Math.max(0.22, Math.min(0.9, 0.55 / Math.max(0.6, bleed)));
  // Knot noise has its mean at 1/2 and deviation near 0.2: this quantile loses about the share `spots`.
  const floor = 0.5 - 0.2 * quantile(how.spots);
  const values = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (spread[i]! < 0.02) continue;
      const tilt = 1 - how.lean * (0.5 + (x / width - 0.5) * cos + (y / height - 0.5) * sin);
      const pressure = tilt * (1 - how.uneven * (0.75 * slow[i]! + 0.35 * patches[i]!) * 0.9);
      // Where the die pressed weakly ink reaches less far and leaves more spots.
      const reach = spread[i]! + 0.11 * grain[i]! * (bleed > 0.5 ? 1 : 0.6) + 0.22 * (pressure - 0.6);
      const cover = Math.max(0, Math.min(1, (reach - 0.5) / softness + 0.5)) * Math.min(1, spread[i]! * 3);
      const lost = (holes[i]! - floor - 0.12 * (0.6 - pressure)) / 0.07;
      const took = Math.max(0.04, Math.min(1, lost + 0.5));
      const surplus = 1 + how.squeeze * (1 - wide[i]!) * 0.8 - how.squeeze * 0.25;
      values[i] = Math.max(0, cover * took * surplus * (0.45 + 0.75 * pressure) * (1 + 0.13 * fine[i]!));
    }
  }
  return { ...die, values };
}

/** Standard normal deviate exceeded downwards by the share p (Hastings 1955, 26.2.23 in Abramowitz and Stegun), p in (0, 0.5]. */
function quantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.max(1e-4, Math.min(0.5, p))));
  return (
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  );
}
