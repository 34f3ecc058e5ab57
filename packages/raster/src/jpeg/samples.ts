import { idctToSamples } from './idct-integer.ts';
import type { JpegComponent, JpegImage } from './types.ts';

/** A component's decoded samples, a few rows at a time: a large page's planes need not all be held at once. */
export interface Samples {
  /** Two rows of blocks. */
  readonly data: Uint8ClampedArray;
  /** Samples that belong to the picture (T.81, A.1.1): what a row holds beyond is padding. */
  readonly width: number;
  readonly height: number;
  /** Picture pixels a sample, across and down; whole numbers for all but exotic files. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Where row y begins in `data`; the rows beside it, and those of the block row before or after, are at hand too. */
  locate(y: number): number;
}

/** Largest sampling factors of a JPEG; a lone component's own factors mean nothing. */
export function maxSampling(jpeg: JpegImage): { horizontal: number; vertical: number } {
  return {
    horizontal: Math.max(...jpeg.components.map((component) => component.horizontal)),
    vertical: Math.max(...jpeg.components.map((component) => component.vertical)),
  };
}

/** Dequantisation and inverse DCT of one component, rounded and clamped to 8 bits, as rows are asked for. */
export function decodeSamples(jpeg: JpegImage, component: JpegComponent): Samples {
  const { blocksWide, coefficients, quantization } = component;
  const max = maxSampling(jpeg);
  const scaleX = max.horizontal / component.horizontal;
  const scaleY = max.vertical / component.vertical;
  const stride = 8 * blocksWide;
  const data = new Uint8ClampedArray(stride * 16);
  const held = [-1, -1];
  const locate = (y: number): number => {
    const blockRow = y >> 3;
    const slot = blockRow & 1;
    if (held[slot] !== blockRow) {
      held[slot] = blockRow;
      const start = blockRow * blocksWide;
      for (let column = 0; column < blocksWide; column++) {
        const at = slot * 8 * stride + column * 8;
        idctToSamples(coefficients, 64 * (start + column), quantization, data, at, stride);
      }
    }
    return (y & 15) * stride;
  };
  const width = Math.ceil(jpeg.width / scaleX);
  const height = Math.ceil(jpeg.height / scaleY);
  return { data, width, height, scaleX, scaleY, locate };
}
