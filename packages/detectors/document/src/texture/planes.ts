import { layoutOf } from '../layout/index.ts';
import type { PageContext } from '../signal.ts';

/** Pixel planes that noise, sharpness and background are measured on; all of the page's size. */
export interface TexturePlanes {
  /**
   * What is left of luma once its local plane is taken away, scaled so that white noise keeps its deviation:
   * J. Immerkær, "Fast noise variance estimation" (1996), equation 2. 0 on the border pixels.
   */
  readonly residual: Float32Array;
  /** City-block distance to the nearest ink pixel, at most FAR; 0 = ink. */
  readonly distance: Uint8Array;
}

export const FAR = 5;

const cache = new WeakMap<PageContext, TexturePlanes>();

export function texturePlanes(page: PageContext): TexturePlanes {
  const known = cache.get(page);
  if (known) return known;
  const { width, height, data } = page.luma;
  const planes = { residual: residualOf(data, width, height), distance: inkDistance(page) };
  cache.set(page, planes);
  return planes;
}

function residualOf(luma: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(luma.length);
  // Second differences along x of the last three lines: a plane of them would cost as much memory as the page's luma.
  let above = across(luma, 0, width);
  let here = across(luma, 1, width);
  let below: Float32Array = new Float32Array(width);
  for (let y = 1; y < height - 1; y++) {
    across(luma, y + 1, width, below);
    for (let x = 0, i = y * width; x < width; x++, i++) out[i] = (above[x]! - 2 * here[x]! + below[x]!) / 6;
    [above, here, below] = [here, below, above];
  }
  return out;
}

function across(
  luma: Float32Array,
  y: number,
  width: number,
  out: Float32Array = new Float32Array(width),
): Float32Array {
  for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
    out[x] = luma[i - 1]! - 2 * luma[i]! + luma[i + 1]!;
  }
  return out;
}

function inkDistance(page: PageContext): Uint8Array {
  const { width, height } = page.luma;
  const out = new Uint8Array(width * height).fill(FAR);
  markInk(page, out);
  for (let y = 0; y < height; y++) {
    const base = y * width;
    let left = FAR;
    for (let i = base, end = base + width; i < end; i++) {
      let nearest = out[i]!;
      if (nearest !== 0) {
        if (left + 1 < nearest) nearest = left + 1;
        const up = y > 0 ? out[i - width]! + 1 : FAR;
        if (up < nearest) nearest = up;
        out[i] = nearest;
      }
      left = nearest;
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    const base = y * width;
    let right = FAR;
    for (let i = base + width - 1; i >= base; i--) {
      let nearest = out[i]!;
      if (nearest > 1) {
        if (right + 1 < nearest) nearest = right + 1;
        const down = y < height - 1 ? out[i + width]! + 1 : FAR;
        if (down < nearest) nearest = down;
        out[i] = nearest;
      }
      right = nearest;
    }
  }
  return out;
}

/** Sets the ink of the work plane to 0 on a plane of the page's size. */
function markInk(page: PageContext, out: Uint8Array): void {
  const { width, height } = page.luma;
  const { ink, scale, workWidth, workHeight } = layoutOf(page);
  for (let row = 0; row < workHeight; row++) {
    const bottom = Math.min(height, (row + 1) * scale);
    for (let column = 0; column < workWidth; column++) {
      if (ink[row * workWidth + column] === 0) continue;
      const right = Math.min(width, (column + 1) * scale);
      for (let y = row * scale; y < bottom; y++) {
        for (let x = column * scale; x < right; x++) out[y * width + x] = 0;
      }
    }
  }
}
