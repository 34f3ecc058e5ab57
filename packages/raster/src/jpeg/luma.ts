import { type Plane, plane } from '../plane.ts';
import { idctBlock } from './dct.ts';
import { maxSampling } from './samples.ts';
import type { JpegComponent, JpegImage } from './types.ts';

/** BT.601 weights of R, G, B; of the three inks in CMYK, which JPEG files hold as light (255 = no ink). */
const WEIGHTS = [0.299, 0.587, 0.114];

/**
 * The luma that the coefficients stand for, before rounding and clamping: nominally in [0, 255], beyond it where the
 * quantisation overshoots. Y as stored for YCbCr, YCCK and grey; the weighted sum of the first three components for RGB
 * and CMYK.
 */
export function jpegLuma(jpeg: JpegImage): Plane {
  const { width, height, components, colourTransform } = jpeg;
  const result = plane(width, height);
  const weighted = colourTransform === 'rgb' || colourTransform === 'cmyk';
  const parts = weighted ? components.slice(0, 3) : components.slice(0, 1);
  for (const [i, part] of parts.entries()) addComponent(jpeg, part, weighted ? WEIGHTS[i]! : 1, result);
  return result;
}

function addComponent(
  jpeg: JpegImage,
  component: JpegComponent,
  weight: number,
  { width, height, data }: Plane,
) {
  const { blocksWide, blocksHigh, coefficients, quantization } = component;
  const max = maxSampling(jpeg);
  const scaleX = max.horizontal / component.horizontal;
  const scaleY = max.vertical / component.vertical;
  const block = new Float32Array(64);
  for (let row = 0; row < blocksHigh; row++) {
    const top = Math.ceil(8 * row * scaleY);
    const bottom = Math.min(height, Math.ceil(8 * (row + 1) * scaleY));
    for (let column = 0; column < blocksWide; column++) {
      const left = Math.ceil(8 * column * scaleX);
      const right = Math.min(width, Math.ceil(8 * (column + 1) * scaleX));
      idctBlock(coefficients, 64 * (row * blocksWide + column), quantization, block);
      for (let y = top; y < bottom; y++) {
        const from = 8 * (Math.floor(y / scaleY) - 8 * row) - 8 * column;
        for (let x = left, to = y * width + left; x < right; x++, to++) {
          data[to] = data[to]! + weight * (block[from + Math.floor(x / scaleX)]! + 128);
        }
      }
    }
  }
}
