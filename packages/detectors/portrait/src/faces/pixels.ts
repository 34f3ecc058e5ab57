/** Stretches of pictures as inputs of the networks. */
import type { Region } from '@jianzhen/evidence';
import { type RgbImage, resizeRgb } from '@jianzhen/raster';

/** The part of a box that lies within the picture, on whole pixels; null where none does. */
export function within({ width, height }: RgbImage, box: Region): Region | null {
  const [x, y] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const [right, bottom] = [
    Math.min(width, Math.floor(box.x + box.width)),
    Math.min(height, Math.floor(box.y + box.height)),
  ];
  return right - x >= 1 && bottom - y >= 1 ? { x, y, width: right - x, height: bottom - y } : null;
}

/** @param region within the picture, on whole pixels */
export function crop(image: RgbImage, { x, y, width, height }: Region): RgbImage {
  const rgb = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * image.width + x) * 3;
    rgb.set(image.rgb.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, rgb };
}

/** Turned clockwise by quarters. */
export function turned(image: RgbImage, quarters: 0 | 1 | 2 | 3): RgbImage {
  if (quarters === 0) return image;
  const { width: w, height: h, rgb } = image;
  const [width, height] = quarters === 2 ? [w, h] : [h, w];
  const out = new Uint8Array(rgb.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = { 1: [y, h - 1 - x], 2: [w - 1 - x, h - 1 - y], 3: [w - 1 - y, x] }[
        quarters
      ] as [number, number];
      const from = (fromY * w + fromX) * 3;
      out.set(rgb.subarray(from, from + 3), (y * width + x) * 3);
    }
  return { width, height, rgb: out };
}

/**
 * [3, edge, edge]: the picture fitted into a black square, in the middle or at its upper left, less a mean, by 255.
 *
 * @param mean red, green and blue
 */
export function squareInput(
  image: RgbImage,
  edge: number,
  mean: readonly [number, number, number],
  place: 'middle' | 'corner',
): Float32Array {
  const scale = edge / Math.max(image.width, image.height);
  const [width, height] = [image.width, image.height].map((size) =>
    Math.min(edge, Math.max(1, Math.round(size * scale))),
  ) as [number, number];
  const fitted = resizeRgb(image, width, height, scale < 1 ? 'area' : 'bilinear');
  const [left, top] = place === 'middle' ? [(edge - width) >> 1, (edge - height) >> 1] : [0, 0];
  const plane = edge * edge;
  const input = new Float32Array(3 * plane);
  for (let c = 0; c < 3; c++) {
    input.fill(-mean[c]! / 255, c * plane, (c + 1) * plane);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        input[c * plane + (top + y) * edge + left + x] =
          (fitted.rgb[(y * width + x) * 3 + c]! - mean[c]!) / 255;
  }
  return input;
}
