import { luma, type Plane, plane, type RgbImage, resizePlane, resizeRgb } from '@jianzhen/raster';

/** How much darker each pixel is than the paper around it, grey levels from 0 up. */
export function darkness({ width, height, data }: Plane, radius: number): Plane {
  const sums = integral(width, height, data);
  const out = plane(width, height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const stride = width + 1;
      const sum =
        sums[bottom * stride + right]! -
        sums[top * stride + right]! -
        sums[bottom * stride + left]! +
        sums[top * stride + left]!;
      const around = sum / ((bottom - top) * (right - left));
      out.data[y * width + x] = Math.max(0, around - data[y * width + x]!);
    }
  }
  return out;
}

/** Summed-area table (F. Crow, 1984): one row and column more than the plane. */
function integral(width: number, height: number, data: Float32Array): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  return sums;
}

/** Luma with the longer edge at `edge` pixels, never enlarged. */
export function lumaAt(image: RgbImage, edge: number): Plane {
  const { width, height } = sizeAt(image, edge);
  return resizePlane(luma(image), width, height);
}

/** How much redder than blue and green, 0–255, with the longer edge at `edge` pixels. */
export function rednessAt(image: RgbImage, edge: number): Plane {
  const { width, height } = sizeAt(image, edge);
  const { rgb } = resizeRgb(image, width, height);
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++)
    data[i] = Math.max(0, rgb[3 * i]! - Math.max(rgb[3 * i + 1]!, rgb[3 * i + 2]!));
  return plane(width, height, data);
}

function sizeAt({ width, height }: RgbImage, edge: number): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
