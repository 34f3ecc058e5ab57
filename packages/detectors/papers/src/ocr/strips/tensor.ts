import type { RgbImage } from '@jianzhen/raster';
import { STRIP_HEIGHT } from './crop.ts';

/** A part of a strip, in columns. */
export interface StripPart {
  readonly strip: RgbImage;
  readonly from: number;
  readonly width: number;
}

export const whole = (strip: RgbImage): StripPart => ({ strip, from: 0, width: strip.width });

/** Strips side by side as one input [n, 3, 48, width]: blue first, in [-1, 1]; 0 beyond a strip's end, as in training. */
export function stripTensor(parts: readonly StripPart[], width: number): Float32Array {
  const plane = STRIP_HEIGHT * width;
  const data = new Float32Array(parts.length * 3 * plane);
  for (const [i, part] of parts.entries()) {
    const { strip, from } = part;
    for (let channel = 0; channel < 3; channel++) {
      for (let y = 0; y < STRIP_HEIGHT; y++) {
        let at = 3 * (y * strip.width + from) + 2 - channel;
        const to = (3 * i + channel) * plane + y * width;
        for (let x = 0; x < part.width; x++, at += 3) data[to + x] = strip.rgb[at] / 127.5 - 1;
      }
    }
  }
  return data;
}
