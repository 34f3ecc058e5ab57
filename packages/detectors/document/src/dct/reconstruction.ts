import type { JpegComponent, Plane } from '@jianzhen/raster';
import { plane } from '@jianzhen/raster';
import { inverseBlock } from './transform.ts';

/**
 * Luma as its coefficients say, in whole blocks, neither rounded nor clipped to [0, 255]: decoded pixels have lost what
 * went over white, and on a page of paper that is a good part of the last quantisation's error.
 */
export function unclippedLuma(component: JpegComponent, width: number, height: number): Plane {
  const columns = Math.min(component.blocksWide, Math.floor(width / 8));
  const rows = Math.min(component.blocksHigh, Math.floor(height / 8));
  const { coefficients: levels, quantization, blocksWide } = component;
  const out = plane(8 * columns, 8 * rows);
  const stride = out.width;
  const block = new Float32Array(64);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = 64 * (row * blocksWide + column);
      const to = 8 * (row * stride + column);
      let flat = true;
      for (let k = 0; k < 64; k++) {
        const level = levels[from + k]!;
        block[k] = level * quantization[k]!;
        if (level !== 0 && k > 0) flat = false;
      }
      if (flat) block.fill(block[0]! / 8);
      else inverseBlock(block);
      for (let i = 0; i < 64; i++) out.data[to + (i >> 3) * stride + (i & 7)] = block[i]! + 128;
    }
  }
  return out;
}
