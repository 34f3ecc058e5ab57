import { type RgbImage, resizeRgb } from '@jianzhen/raster';
import type { LocatedSeal } from '../types.ts';
import { type Affine, moved, sealFrame } from './affine.ts';

/** What of the page is cut out around a seal, in shares of its box on each side: the paper about it is wanted too. */
const MARGIN = 0.08;
/** Larger seals are made smaller to this: characters of the ring are then about 45 pixels high. */
const MOST_DIAMETER = 400;

/** A seal cut out of its page. */
export interface SealCut {
  readonly picture: RgbImage;
  /** From the seal's own frame (`sealFrame`) to pixels of the picture, pixel edges at whole numbers. */
  readonly frame: Affine;
  /** The picture is the page from this corner on, times `scale`. */
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** Cuts a seal and the paper about it out of the page; null where it lies wholly beyond it. */
export function cutSeal(image: RgbImage, seal: Pick<LocatedSeal, 'ellipse' | 'shape'>): SealCut | null {
  const frame = sealFrame(seal);
  const square = seal.shape === 'square';
  const reachX = square ? Math.abs(frame.xx) + Math.abs(frame.xy) : Math.hypot(frame.xx, frame.xy);
  const reachY = square ? Math.abs(frame.yx) + Math.abs(frame.yy) : Math.hypot(frame.yx, frame.yy);
  const left = Math.max(0, Math.floor(frame.x0 - reachX * (1 + 2 * MARGIN)));
  const top = Math.max(0, Math.floor(frame.y0 - reachY * (1 + 2 * MARGIN)));
  const right = Math.min(image.width, Math.ceil(frame.x0 + reachX * (1 + 2 * MARGIN)));
  const bottom = Math.min(image.height, Math.ceil(frame.y0 + reachY * (1 + 2 * MARGIN)));
  if (right - left < 1 || bottom - top < 1) return null;
  const whole = part(image, left, top, right - left, bottom - top);
  const most = Math.min(1, MOST_DIAMETER / (2 * Math.max(reachX, reachY)));
  const width = Math.max(1, Math.round(whole.width * most));
  const scale = width / whole.width;
  const height = Math.max(1, Math.round(whole.height * scale));
  const picture = width === whole.width ? whole : resizeRgb(whole, width, height);
  return { picture, frame: moved(frame, left, top, scale), left, top, scale };
}

function part({ width, rgb }: RgbImage, left: number, top: number, w: number, h: number): RgbImage {
  const out = new Uint8Array(3 * w * h);
  for (let y = 0; y < h; y++) {
    const from = 3 * ((top + y) * width + left);
    out.set(rgb.subarray(from, from + 3 * w), 3 * w * y);
  }
  return { width: w, height: h, rgb: out };
}
