import { decode, drain, encodeJpeg, pipe } from '../codec.ts';
import { expose } from '../forge/exposure.ts';
import type { Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import {
  type Homography,
  inverse,
  type Matrix,
  type Point,
  project,
  squareToQuad,
} from '../vouchers/homography.ts';

/** `phone`: photographed askew; `scan`: a flatbed's; `chat`: photographed, then shrunk and pressed by a messenger. */
export type TemplateCapture = 'phone' | 'scan' | 'chat';
export const TEMPLATE_CAPTURES: readonly TemplateCapture[] = ['phone', 'scan', 'chat'];

/** How a page came into the picture. */
export interface View {
  readonly capture: TemplateCapture;
  /** Pixels of the picture. */
  readonly width: number;
  readonly height: number;
  /** From page pixels to picture pixels. */
  toPicture(x: number, y: number): Point;
  /** From picture pixels to the unit square of the page. */
  readonly backward: Homography;
  /** JPEG quality, 1–100. */
  readonly quality: number;
}

/** Draws a view of a page: perspective, turn, scale, and a border of desk or a crop. */
export function drawView(
  page: { width: number; height: number },
  capture: TemplateCapture,
  random: Random,
): View {
  const scan = capture === 'scan';
  const scale = capture === 'chat' ? random.between(0.72, 0.9) : random.between(0.85, 1.15);
  const width = Math.round(page.width * scale);
  const height = Math.round(page.height * scale);
  const lean = scan ? 0.003 : 0.022;
  const zoom = scan ? random.between(0.99, 1.01) : random.between(0.9, 1.03);
  const turn = random.normal() * (scan ? 0.006 : 0.018);
  const [cos, sin] = [Math.cos(turn) * zoom, Math.sin(turn) * zoom];
  const shift = [random.normal() * 0.008 * width, random.normal() * 0.008 * height] as const;
  const corner = (u: number, v: number): Point => {
    const x = (u - 0.5) * width * (1 + random.normal() * lean);
    const y = (v - 0.5) * height * (1 + random.normal() * lean);
    return [x * cos - y * sin + width / 2 + shift[0], x * sin + y * cos + height / 2 + shift[1]];
  };
  const forward = squareToQuad([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]);
  return {
    capture,
    width,
    height,
    toPicture: (x, y) => project(forward, x / page.width, y / page.height),
    backward: inverse(forward),
    quality: capture === 'chat' ? random.integer(52, 78) : random.integer(80, 95),
  };
}

/** The picture that a device takes in this view, with its light and noise, after its JPEG save. */
export async function capturePage(page: Picture, view: View, random: Random): Promise<Picture> {
  const scan = view.capture === 'scan';
  const desk = scan
    ? ([238, 238, 240] as const)
    : random.pick([
        [92, 72, 56],
        [190, 184, 176],
        [58, 62, 70],
      ] as const);
  let picture = warp(page, view, desk);
  picture = await drain(pipe(picture).blur(scan ? random.between(0.3, 0.5) : random.between(0.45, 0.8)));
  expose(picture, scan ? 'scanner' : 'phone', random);
  return decode(
    await encodeJpeg(picture, { quality: view.quality, subsampling: '4:2:0', progressive: false, table: 0 }),
  );
}

/** Bilinear; beyond the page lies the desk. */
function warp(page: Picture, view: View, desk: readonly [number, number, number]): Picture {
  const { width, height, backward } = view;
  const out = new Uint8Array(width * height * 3);
  const [a, b, c, d, e, f, g, h, i] = backward as Matrix;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      const w = g * (x + 0.5) + h * (y + 0.5) + i;
      const sx = ((a * (x + 0.5) + b * (y + 0.5) + c) / w) * page.width - 0.5;
      const sy = ((d * (x + 0.5) + e * (y + 0.5) + f) / w) * page.height - 0.5;
      if (sx < 0 || sy < 0 || sx >= page.width - 1 || sy >= page.height - 1) {
        out.set(desk, at);
        continue;
      }
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - x0, sy - y0];
      const from = (y0 * page.width + x0) * 3;
      const under = from + page.width * 3;
      for (let k = 0; k < 3; k++) {
        const top = page.rgb[from + k]! * (1 - fx) + page.rgb[from + k + 3]! * fx;
        const bottom = page.rgb[under + k]! * (1 - fx) + page.rgb[under + k + 3]! * fx;
        out[at + k] = top * (1 - fy) + bottom * fy + 0.5;
      }
    }
  return { width, height, rgb: out };
}
