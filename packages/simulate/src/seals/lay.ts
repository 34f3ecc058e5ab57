import { type Box, type Colour, grow, type Picture } from '../picture.ts';
import type { Coverage } from './types.ts';

/** How a layer meets what is under it. */
export type Blend =
  /** Ink as a dye and a little as paint: Beer and Lambert's law by its thickness, `hiding` of it opaque. */
  | { readonly mode: 'ink'; readonly hiding: number }
  | { readonly mode: 'multiply' }
  | { readonly mode: 'alpha' };

export interface Laying {
  /** The seal's centre in pixels of the page. */
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise. */
  readonly turn: number;
  /** Pixels of the coverage a pixel of the page. */
  readonly scale: number;
  readonly colour: Colour;
  /** Share of the layer that is let through, 0–1; thickness of ink. */
  readonly strength: number;
  readonly blend: Blend;
}

/** Quarter points of a pixel. */
const WITHIN = [0.25, 0.75] as const;

/** Lays the coverage on the page in place, four samples a pixel; returns the box it touched. */
export function lay(page: Picture, coverage: Coverage, how: Laying): Box {
  const { width, height, values } = coverage;
  const [sin, cos] = [Math.sin((how.turn * Math.PI) / 180), Math.cos((how.turn * Math.PI) / 180)];
  const reachX = (Math.abs(cos) * width + Math.abs(sin) * height) / 2 / how.scale;
  const reachY = (Math.abs(sin) * width + Math.abs(cos) * height) / 2 / how.scale;
  const box = grow({ x: how.x - reachX, y: how.y - reachY, width: 2 * reachX, height: 2 * reachY }, 0, page);
  const tables = how.colour.map((value) => Math.log(Math.max(value, 4) / 255));
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      let cover = 0;
      for (const v of WITHIN) {
        for (const u of WITHIN) {
          const dx = (x + u - how.x) * how.scale;
          const dy = (y + v - how.y) * how.scale;
          cover += bilinear(
            values,
            width,
            height,
            dx * cos + dy * sin + width / 2 - 0.5,
            dy * cos - dx * sin + height / 2 - 0.5,
          );
        }
      }
      cover = (cover / 4) * how.strength;
      if (cover < 0.004) continue;
      const i = (y * page.width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const old = page.rgb[i + c]!;
        const laid = blended(old, how.colour[c]!, tables[c]!, cover, how.blend);
        page.rgb[i + c] = Math.max(0, Math.min(255, Math.round(laid)));
      }
    }
  }
  return box;
}

function blended(old: number, colour: number, log: number, cover: number, blend: Blend): number {
  if (blend.mode === 'alpha') return old + (colour - old) * Math.min(1, cover);
  if (blend.mode === 'multiply') return old + ((old * colour) / 255 - old) * Math.min(1, cover);
  const seen = old * Math.exp(log * cover);
  return seen + (colour - seen) * blend.hiding * Math.min(1, cover);
}

/** Bilinear; beyond the field lies nothing. */
export function bilinear(values: Float32Array, width: number, height: number, u: number, v: number): number {
  const x = Math.floor(u);
  const y = Math.floor(v);
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return 0;
  const fx = u - x;
  const fy = v - y;
  const i = y * width + x;
  return (
    (values[i]! * (1 - fx) + values[i + 1]! * fx) * (1 - fy) +
    (values[i + width]! * (1 - fx) + values[i + width + 1]! * fx) * fy
  );
}
