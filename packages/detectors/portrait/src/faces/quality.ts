import { luma, type RgbImage, resizeRgb } from '@jianzhen/raster';

/** Faces are made as small as this before sharpness is measured, so that pixels beyond what the network sees do not count. */
const EDGE = 112;

/**
 * Variance of the Laplacian against that of the luma (J. L. Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy",
 * 2000): near 0 for a blurred face, however bright or flat it is lit.
 */
export function sharpness(face: RgbImage): number {
  const scale = Math.min(1, EDGE / Math.max(face.width, face.height));
  const small = resizeRgb(
    face,
    Math.max(3, Math.round(face.width * scale)),
    Math.max(3, Math.round(face.height * scale)),
  );
  const { width, height, data } = luma(small);
  let [n, sum, squares, edges] = [0, 0, 0, 0];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const value = data[i]!;
      n++;
      sum += value;
      squares += value * value;
      edges += (4 * value - data[i - 1]! - data[i + 1]! - data[i - width]! - data[i + width]!) ** 2;
    }
  const variance = squares / n - (sum / n) ** 2;
  return variance < 1 ? 0 : edges / n / variance;
}
