import { type Box, clamp, grow, type Picture } from '../picture.ts';

/** How a patch is laid on a page. */
export interface Placement {
  /** Where the patch's centre comes to lie, in page pixels. */
  readonly centreX: number;
  readonly centreY: number;
  readonly scaleX: number;
  readonly scaleY: number;
  /** Degrees, clockwise. */
  readonly angle: number;
  /** Width of the soft edge in page pixels; 0 is a hard edge. */
  readonly feather: number;
  /** Factor a channel, so that the patch's paper is as light as the page's. */
  readonly gain: readonly [number, number, number];
  /** `cover` lays the patch over the page, `multiply` lets the page show through: ink on paper. */
  readonly blend: 'cover' | 'multiply';
}

/** Lays the patch on the page in place, bilinear; returns the box it touched. */
export function paste(page: Picture, patch: Picture, placement: Placement): Box {
  const radians = (placement.angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const halfWidth = (patch.width * placement.scaleX) / 2;
  const halfHeight = (patch.height * placement.scaleY) / 2;
  const reachX = Math.abs(cos) * halfWidth + Math.abs(sin) * halfHeight;
  const reachY = Math.abs(sin) * halfWidth + Math.abs(cos) * halfHeight;
  const { centreX, centreY } = placement;
  const touched = grow(
    { x: centreX - reachX, y: centreY - reachY, width: 2 * reachX, height: 2 * reachY },
    0,
    page,
  );
  for (let y = touched.y; y < touched.y + touched.height; y++) {
    for (let x = touched.x; x < touched.x + touched.width; x++) {
      const dx = x + 0.5 - centreX;
      const dy = y + 0.5 - centreY;
      const u = dx * cos + dy * sin;
      const v = -dx * sin + dy * cos;
      const inside = Math.min(halfWidth - Math.abs(u), halfHeight - Math.abs(v));
      if (inside < 0) continue;
      const alpha = placement.feather > 0 ? Math.min(1, (inside + 0.5) / placement.feather) : 1;
      const sx = clamp(u / placement.scaleX + patch.width / 2 - 0.5, 0, patch.width - 1);
      const sy = clamp(v / placement.scaleY + patch.height / 2 - 0.5, 0, patch.height - 1);
      blendPixel(page.rgb, (y * page.width + x) * 3, patch, sx, sy, alpha, placement);
    }
  }
  return touched;
}

function blendPixel(
  rgb: Uint8Array,
  at: number,
  patch: Picture,
  sx: number,
  sy: number,
  alpha: number,
  { gain, blend }: Placement,
): void {
  const x0 = Math.floor(sx);
  const y0 = Math.floor(sy);
  const fx = sx - x0;
  const fy = sy - y0;
  const right = x0 + 1 < patch.width ? 3 : 0;
  const below = y0 + 1 < patch.height ? patch.width * 3 : 0;
  const from = (y0 * patch.width + x0) * 3;
  for (let c = 0; c < 3; c++) {
    const i = from + c;
    const top = patch.rgb[i]! * (1 - fx) + patch.rgb[i + right]! * fx;
    const bottom = patch.rgb[i + below]! * (1 - fx) + patch.rgb[i + below + right]! * fx;
    const sample = (top * (1 - fy) + bottom * fy) * gain[c]!;
    const old = rgb[at + c]!;
    const laid = blend === 'cover' ? sample : (old * Math.min(sample, 255)) / 255;
    rgb[at + c] = clamp(Math.round(old + (laid - old) * alpha), 0, 255);
  }
}
