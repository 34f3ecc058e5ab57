import { createRandom, type Random, type Seed } from '../../random.ts';
import { knotNoise, smooth } from '../fields.ts';
import type { Blend } from '../lay.ts';
import type { Coverage } from '../types.ts';

/** The usual options of programs that draw seals. */
export interface ToolOptions {
  /** 0–1: how far the edge is frayed; 0 leaves it sharp. */
  readonly rough: number;
  /** Share that a mask of speckles takes away; 0 without ageing. */
  readonly ageing: number;
  /** Opacity at the weaker side, of 1. */
  readonly gradient: number;
  /** Which mask: the same for every seal of the same preset. */
  readonly mask: Seed;
  readonly opacity: number;
  readonly blend: Blend;
}

export function drawToolOptions(random: Random, faint: boolean): ToolOptions {
  return {
    rough: random.chance(0.35) ? random.between(0.3, 1) : 0,
    ageing: random.chance(0.45) ? random.between(0.04, 0.3) : 0,
    gradient: random.chance(0.25) ? random.between(0.5, 0.95) : 1,
    mask: random.bits(),
    opacity: faint ? random.between(0.22, 0.45) : random.chance(0.5) ? 1 : random.between(0.65, 1),
    blend: { mode: random.chance(0.55) ? 'alpha' : 'multiply' },
  };
}

/** The drawing with the program's effects on it: still one flat colour with an alpha channel. */
export function applyTool(drawing: Coverage, options: ToolOptions): Coverage {
  const { width, height } = drawing;
  const random = createRandom('tool mask', options.mask);
  let values = Float32Array.from(drawing.values);
  const size = 2 * drawing.rx;
  if (options.rough > 0) {
    const soft = smooth({ width, height, values }, Math.max(0.5, size * 0.0025));
    const noise = knotNoise(width, height, Math.max(1.2, size * 0.006), random);
    values = soft.map((value, i) => clip((value + options.rough * 0.7 * (noise[i]! - 0.5) - 0.5) * 5 + 0.5));
    // Noise alone must not draw anything.
    values = values.map((value, i) => value * clip(soft[i]! * 4));
  }
  if (options.ageing > 0) {
    const coarse = knotNoise(width, height, Math.max(2, size * 0.025), random);
    const fine = knotNoise(width, height, Math.max(1.2, size * 0.007), random);
    const mixed = fine.map((value, i) => 0.6 * value + 0.4 * coarse[i]!);
    const floor = Float32Array.from(mixed).sort()[Math.floor(options.ageing * mixed.length)]!;
    values = values.map((value, i) => value * clip((mixed[i]! - floor) / 0.03 + 0.5));
  }
  if (options.gradient < 1) {
    const side = random.between(0, 2 * Math.PI);
    const [cos, sin] = [Math.cos(side), Math.sin(side)];
    values = values.map((value, i) => {
      const along = 0.5 + ((i % width) / width - 0.5) * cos + (Math.floor(i / width) / height - 0.5) * sin;
      return value * (1 - (1 - options.gradient) * clip(along));
    });
  }
  return { ...drawing, values };
}

const clip = (value: number): number => Math.max(0, Math.min(1, value));
