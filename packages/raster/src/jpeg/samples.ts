import { idctToSamples } from './idct-integer.ts';
import type { JpegComponent, JpegImage } from './types.ts';

/** A component's decoded samples, whole blocks, padding included. */
export interface Samples {
  /** Samples a row of `data`. */
  readonly stride: number;
  readonly data: Uint8ClampedArray;
  /** Samples that belong to the picture (T.81, A.1.1): the rest is padding. */
  readonly width: number;
  readonly height: number;
  /** Picture pixels a sample, across and down; whole numbers for all but exotic files. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** Largest sampling factors of a JPEG; a lone component's own factors mean nothing. */
export function maxSampling(jpeg: JpegImage): { horizontal: number; vertical: number } {
  return {
    horizontal: Math.max(...jpeg.components.map((component) => component.horizontal)),
    vertical: Math.max(...jpeg.components.map((component) => component.vertical)),
  };
}

/** Dequantisation and inverse DCT of one component, rounded and clamped to 8 bits. */
export function decodeSamples(jpeg: JpegImage, component: JpegComponent): Samples {
  const { blocksWide, blocksHigh, coefficients, quantization } = component;
  const stride = 8 * blocksWide;
  const data = new Uint8ClampedArray(stride * 8 * blocksHigh);
  for (let row = 0, offset = 0; row < blocksHigh; row++) {
    for (let column = 0; column < blocksWide; column++, offset += 64) {
      idctToSamples(coefficients, offset, quantization, data, row * 8 * stride + column * 8, stride);
    }
  }
  const max = maxSampling(jpeg);
  const scaleX = max.horizontal / component.horizontal;
  const scaleY = max.vertical / component.vertical;
  const width = Math.ceil(jpeg.width / scaleX);
  const height = Math.ceil(jpeg.height / scaleY);
  return { stride, data, width, height, scaleX, scaleY };
}
