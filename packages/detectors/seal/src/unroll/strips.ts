import type { RgbImage } from '@jianzhen/raster';
import type { Affine } from '../rectify/affine.ts';
import { ringPoint, type SealPlane } from './ring.ts';

/** Height that the recogniser reads at. */
export const STRIP_HEIGHT = 48;

/** One channel of a cut, or three interleaved. */
export interface Samples {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array | Uint8Array;
  readonly channels: 1 | 3;
}

export const ofPicture = ({ width, height, rgb }: RgbImage): Samples => ({
  width,
  height,
  data: rgb,
  channels: 3,
});

/** A part of the ring, bent straight. */
export interface RingPart {
  /** Turns at which it begins and ends; where the end comes first, it is read against the clock, its tops inwards. */
  readonly from: number;
  readonly to: number;
  /** Depths of its upper and its lower edge as read. */
  readonly top: number;
  readonly bottom: number;
}

/** A straight part: its middle and half sides in the seal's plane, turned clockwise by `angle` radians. */
export interface LinePart {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly angle: number;
}

/** Whether a point of the plane belongs to something else, and is left blank. */
export type Hidden = (x: number, y: number) => boolean;

/** Draws a part of the ring into a raster of samples, interleaved, row-major. */
export function drawRing(
  source: Samples,
  plane: SealPlane,
  part: RingPart,
  width: number,
  height: number,
  hidden?: Hidden,
): Float32Array {
  const points = (x: number) => {
    const turn = part.from + ((x + 0.5) / width) * (part.to - part.from);
    const [topX, topY] = ringPoint(plane, turn, part.top);
    const [bottomX, bottomY] = ringPoint(plane, turn, part.bottom);
    return [topX, topY, bottomX, bottomY] as const;
  };
  return draw(source, plane.toPicture, points, width, height, hidden);
}

export function drawLine(
  source: Samples,
  toPicture: Affine,
  part: LinePart,
  width: number,
  height: number,
  hidden?: Hidden,
): Float32Array {
  const [cos, sin] = [Math.cos(part.angle), Math.sin(part.angle)];
  const points = (x: number) => {
    const along = (2 * (x + 0.5)) / width - 1;
    const [midX, midY] = [part.x + along * part.halfWidth * cos, part.y + along * part.halfWidth * sin];
    const [downX, downY] = [-sin * part.halfHeight, cos * part.halfHeight];
    return [midX - downX, midY - downY, midX + downX, midY + downY] as const;
  };
  return draw(source, toPicture, points, width, height, hidden);
}

/** Columns are straight from their upper to their lower end; each sample is the mean of a few over what it covers. */
function draw(
  source: Samples,
  { xx, xy, x0, yx, yy, y0 }: Affine,
  ends: (column: number) => readonly [number, number, number, number],
  width: number,
  height: number,
  hidden?: Hidden,
): Float32Array {
  const out = new Float32Array(source.channels * width * height);
  const isHidden = new Uint8Array(height);
  for (let column = 0; column < width; column++) {
    const [tx, ty, bx, by] = ends(column);
    if (hidden) {
      for (let row = 0; row < height; row++) {
        const down = (row + 0.5) / height;
        isHidden[row] = hidden(tx + down * (bx - tx), ty + down * (by - ty)) ? 1 : 0;
      }
    }
    const [px, py] = [xx * tx + xy * ty + x0, yx * tx + yy * ty + y0];
    const [qx, qy] = [xx * bx + xy * by + x0, yx * bx + yy * by + y0];
    const step = { x: (qx - px) / height, y: (qy - py) / height };
    const samples = Math.max(1, Math.min(3, Math.round(Math.hypot(step.x, step.y))));
    drawColumn(source, { x: px, y: py }, step, samples, isHidden, out, { column, width });
  }
  return out;
}

/** Draws one column from a place in the picture on, so many bilinear samples a row; pixel edges at whole numbers, the border repeated. */
function drawColumn(
  { width, height, data, channels }: Samples,
  from: { readonly x: number; readonly y: number },
  step: { readonly x: number; readonly y: number },
  samples: number,
  isHidden: Uint8Array,
  out: Float32Array,
  to: { readonly column: number; readonly width: number },
): void {
  for (let row = 0; row < isHidden.length; row++) {
    if (isHidden[row] !== 0) continue;
    const first = channels * (row * to.width + to.column);
    // No function a sample: doubles that are handed over would be boxed, tens of thousands a strip.
    for (let k = 0; k < samples; k++) {
      const along = row + (k + 0.5) / samples;
      const px = Math.min(width - 1, Math.max(0, from.x + along * step.x - 0.5));
      const py = Math.min(height - 1, Math.max(0, from.y + along * step.y - 0.5));
      const left = Math.floor(px);
      const top = Math.floor(py);
      const fx = px - left;
      const fy = py - top;
      const a = channels * (top * width + left);
      const b = left < width - 1 ? a + channels : a;
      const down = top < height - 1 ? channels * width : 0;
      for (let c = 0; c < channels; c++) {
        const above = data[a + c] * (1 - fx) + data[b + c] * fx;
        const below = data[a + down + c] * (1 - fx) + data[b + down + c] * fx;
        out[first + c] += (above * (1 - fy) + below * fy) / samples;
      }
    }
  }
}
