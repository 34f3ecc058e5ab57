import type { RgbImage } from '@jianzhen/raster';
import type { OrientedRectangle } from '../geometry/rectangle.ts';

/** Height that the networks read at. */
export const STRIP_HEIGHT = 48;
/**
 * Wider strips are squeezed, down to this width: the network was trained on long lines squeezed far more, and reads them so faster and
 * no worse. Short ones keep their width, since figures of the same digit need room.
 */
const SQUEEZED_FROM = 480;
const SQUEEZE = 0.75;
/** Bounds the memory of a run: two hundred Chinese characters. */
const MOST_WIDTH = 4800;
/** Samples along one axis that a pixel of the strip is the mean of, at most. */
const MOST_SAMPLES = 4;

/** A text line brought upright, 48 pixels high; RGB, interleaved. */
export interface Strip extends RgbImage {
  readonly rectangle: OrientedRectangle;
}

/**
 * Cuts a turned rectangle out of the page, bilinear, each pixel the mean of what it covers; beyond the page its border is repeated.
 *
 * @param squeeze share of its natural width that a long line gets
 */
export function cropStrip(page: RgbImage, rectangle: OrientedRectangle, squeeze = SQUEEZE): Strip {
  const width = stripWidth(Math.round((STRIP_HEIGHT * rectangle.width) / rectangle.height), squeeze);
  const [across, down] = [rectangle.width / width, rectangle.height / STRIP_HEIGHT];
  const samples = Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(Math.max(across, down) - 0.25)));
  const [cos, sin] = [Math.cos(rectangle.angle), Math.sin(rectangle.angle)];
  const left = rectangle.cx - (rectangle.width / 2) * cos + (rectangle.height / 2) * sin - 0.5;
  const top = rectangle.cy - (rectangle.width / 2) * sin - (rectangle.height / 2) * cos - 0.5;
  const rgb = new Uint8Array(3 * width * STRIP_HEIGHT);
  const lastX = page.width - 1;
  const lastY = page.height - 1;
  const pixels = page.rgb;
  const count = samples * samples;
  for (let y = 0, to = 0; y < STRIP_HEIGHT; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let k = 0; k < count; k++) {
        const i = k % samples;
        const u = (x + (i + 0.5) / samples) * across;
        const v = (y + ((k - i) / samples + 0.5) / samples) * down;
        // Beyond the page its border is repeated.
        const px = Math.min(lastX, Math.max(0, left + u * cos - v * sin));
        const py = Math.min(lastY, Math.max(0, top + u * sin + v * cos));
        const x0 = Math.floor(px);
        const y0 = Math.floor(py);
        const fx = px - x0;
        const fy = py - y0;
        const right = x0 < lastX ? 3 : 0;
        const from = 3 * (y0 * page.width + x0);
        const under = y0 < lastY ? from + 3 * page.width : from;
        const a = (1 - fx) * (1 - fy);
        const b = fx * (1 - fy);
        const c = (1 - fx) * fy;
        const d = fx * fy;
        const e = from + right;
        const f = under + right;
        red += a * pixels[from] + b * pixels[e] + c * pixels[under] + d * pixels[f];
        green += a * pixels[from + 1] + b * pixels[e + 1] + c * pixels[under + 1] + d * pixels[f + 1];
        blue += a * pixels[from + 2] + b * pixels[e + 2] + c * pixels[under + 2] + d * pixels[f + 2];
      }
      rgb[to] = red / count + 0.5;
      rgb[to + 1] = green / count + 0.5;
      rgb[to + 2] = blue / count + 0.5;
    }
  }
  return { width, height: STRIP_HEIGHT, rgb, rectangle };
}

/** Columns of a strip for each that its height would ask for: 1, or less where it was squeezed. */
export const squeezeOf = ({ width, height, rectangle }: Strip): number =>
  (width * rectangle.height) / (height * rectangle.width);

function stripWidth(natural: number, squeeze: number): number {
  if (natural <= SQUEEZED_FROM) return Math.max(8, natural);
  return Math.min(MOST_WIDTH, Math.max(SQUEEZED_FROM, Math.round(squeeze * natural)));
}

/** The strip as it looks with the page upside down. */
export function upsideDown({ width, height, rgb, rectangle }: Strip): Strip {
  const out = new Uint8Array(rgb.length);
  for (let from = 0, to = rgb.length - 3; to >= 0; from += 3, to -= 3) {
    out.set(rgb.subarray(from, from + 3), to);
  }
  return { width, height, rgb: out, rectangle: { ...rectangle, angle: rectangle.angle + Math.PI } };
}
