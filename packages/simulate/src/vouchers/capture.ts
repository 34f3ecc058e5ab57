import { drain, pipe } from '../codec.ts';
import { expose } from '../forge/exposure.ts';
import { type Box, clamp, grow, type Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import { type Homography, inverse, type Matrix, project, squareToQuad } from './homography.ts';
import type { Voucher } from './render.ts';

/** `phone`: photographed on a desk; `scanner`: a flatbed's scan; `render`: exported as it is; `screenshot`: the screen itself. */
export type Capture = 'phone' | 'scanner' | 'render' | 'screenshot';

/** The voucher as a device took it, before any save, with its fields' boxes moved along. */
export async function captureVoucher(voucher: Voucher, capture: Capture, random: Random): Promise<Voucher> {
  if (capture === 'render' || capture === 'screenshot') return voucher;
  const phone = capture === 'phone';
  const margin = phone ? random.between(0.015, 0.035) : 0.004;
  const jitter = phone ? 0.012 : 0.0025;
  const { width, height } = voucher;
  const corner = (x: number, y: number) =>
    [
      width * (x + (x ? -1 : 1) * (margin + random.between(0, jitter))),
      height * (y + (y ? -1 : 1) * (margin + random.between(0, jitter))),
    ] as const;
  const forward = squareToQuad([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]);
  const desk = phone
    ? random.pick([
        [92, 72, 56],
        [196, 190, 182],
        [58, 62, 70],
      ] as const)
    : ([236, 237, 239] as const);
  let picture: Picture = warp(voucher, inverse(forward), desk);
  const softness = phone ? random.between(0.45, 0.8) : random.between(0.3, 0.5);
  picture = await drain(pipe(picture).blur(softness));
  expose(picture, capture, random);
  const move = (box: Box): Box => {
    const points = [
      [box.x, box.y],
      [box.x + box.width, box.y],
      [box.x, box.y + box.height],
      [box.x + box.width, box.y + box.height],
    ].map(([x, y]) => project(forward, x! / width, y! / height));
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const x = Math.min(...xs);
    const y = Math.min(...ys);
    return grow({ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }, 0, picture);
  };
  return {
    ...voucher,
    ...picture,
    fields: voucher.fields.map((field) => ({ ...field, box: move(field.box) })),
    lines: voucher.lines.map((line) => ({ ...line, box: move(line.box) })),
  };
}

/** Looks every pixel up in the page, bilinear; beyond the page lies the desk, in the page's shadow at its edge. */
export function warp(page: Picture, backward: Homography, desk: readonly [number, number, number]): Picture {
  const { width, height, rgb } = page;
  const out = new Uint8Array(width * height * 3);
  const [a, b, c, d, e, f, g, h, i] = backward as Matrix;
  for (let y = 0, at = 0; y < height; y++) {
    const v = y + 0.5;
    for (let x = 0; x < width; x++, at += 3) {
      const u = x + 0.5;
      const w = g * u + h * v + i;
      const sx = ((a * u + b * v + c) / w) * width - 0.5;
      const sy = ((d * u + e * v + f) / w) * height - 0.5;
      if (sx < 0 || sy < 0 || sx >= width - 1 || sy >= height - 1) {
        const away = Math.max(-sx, -sy, sx - width, sy - height);
        const shade = 0.72 + 0.28 * clamp(away / 14, 0, 1);
        for (let k = 0; k < 3; k++) out[at + k] = desk[k]! * shade;
        continue;
      }
      const x0 = Math.floor(sx);
      const y0 = Math.floor(sy);
      const fx = sx - x0;
      const fy = sy - y0;
      const from = (y0 * width + x0) * 3;
      const under = from + width * 3;
      for (let k = 0; k < 3; k++) {
        const top = rgb[from + k]! * (1 - fx) + rgb[from + k + 3]! * fx;
        const bottom = rgb[under + k]! * (1 - fx) + rgb[under + k + 3]! * fx;
        out[at + k] = top * (1 - fy) + bottom * fy + 0.5;
      }
    }
  }
  return { width, height, rgb: out };
}
