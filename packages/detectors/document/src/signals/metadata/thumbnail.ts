import type { Region } from '@jianzhen/evidence';
import { connectedRegions, luma, type PageImage, type Plane, resizePlane } from '@jianzhen/raster';
import type { Candidate } from '../../signal.ts';
import { candidate } from './candidate.ts';
import { correlation, fitTone, rotate, trimBars } from './planes.ts';

type Thumbnail = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

export interface ThumbnailComparison {
  /** Normalised correlation in [−1, 1] after resizing; 1 where there is nothing to compare. */
  readonly correlation: number;
  readonly candidates: readonly Candidate[];
}

const NOTHING: ThumbnailComparison = { correlation: 1, candidates: [] };
const MIN_EDGE = 32;
/** Cameras round a thumbnail's edges to whole pixels, and to blocks. */
const SHAPE_TOLERANCE = 0.06;
/** Below, the two show different pictures; sharpening, tone and JPEG leave well over 0.9. */
const SAME_PICTURE = 0.5;
/** A flat page or thumbnail has nothing to correlate. */
const MIN_DEVIATION = 6;

/** The embedded thumbnail against the picture: shape, content, and where it differs. */
export function compareThumbnail(thumbnail: Thumbnail, image: PageImage, page: Plane): ThumbnailComparison {
  const plain = trimBars(luma(thumbnail));
  if (Math.min(plain.width, plain.height) < MIN_EDGE) return NOTHING;
  const shape = (of: { width: number; height: number }) => Math.log(of.width / of.height);
  const turned = Math.abs(shape(plain) + shape(image)) < Math.abs(shape(plain) - shape(image));
  const upright = turned ? [rotate(plain, 1), rotate(plain, 3)] : [plain, rotate(plain, 2)];
  if (Math.abs(shape(upright[0]!) - shape(image)) > SHAPE_TOLERANCE) {
    return { correlation: 1, candidates: [candidate('document.thumbnail-shape', 'medium', null)] };
  }
  const { width, height } = upright[0]!;
  const small = resizePlane(page, width, height, 'area');
  const scores = upright.map((candidatePlane) => correlation(candidatePlane, small));
  const best = scores[0]! >= scores[1]! ? 0 : 1;
  if (deviation(small) < MIN_DEVIATION && deviation(plain) < MIN_DEVIATION) return NOTHING;
  const score = scores[best]!;
  if (score < SAME_PICTURE) {
    return {
      correlation: score,
      candidates: [candidate('document.thumbnail-other', 'high', null, { correlation: round(score) })],
    };
  }
  const regions = differences(upright[best]!, small);
  const [sx, sy] = [image.width / width, image.height / height];
  const candidates = regions.map(({ x, y, width: w, height: h }) => {
    const region: Region = {
      x: Math.floor(x * sx),
      y: Math.floor(y * sy),
      width: Math.ceil(w * sx),
      height: Math.ceil(h * sy),
    };
    const inside = {
      ...region,
      width: Math.min(region.width, image.width - region.x),
      height: Math.min(region.height, image.height - region.y),
    };
    return candidate('document.thumbnail-differs', 'high', inside, { correlation: round(score) });
  });
  return { correlation: score, candidates };
}

/** Grey levels beyond the neighbourhood's range; a thumbnail's own JPEG coding and sharpening stay under it. */
const BEYOND = 36;
const MIN_PIXELS = 6;
/** More than this share of differing pixels is another rendering of the whole, not a local change. */
const MAX_SHARE = 0.12;
const MAX_REGIONS = 5;

/**
 * Where the thumbnail lies outside the range that the picture takes within two pixels around, by more than BEYOND: so
 * neither a shift nor the resampling filter counts.
 */
function differences(thumbnail: Plane, small: Plane): Region[] {
  const { width, height } = thumbnail;
  const toned = fitTone(thumbnail, small);
  const map = new Uint8Array(width * height);
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [low, high] = rangeAround(small, x, y);
      const value = toned[y * width + x]!;
      if (value < low - BEYOND || value > high + BEYOND) {
        map[y * width + x] = 1;
        count++;
      }
    }
  }
  if (count > MAX_SHARE * width * height) return [];
  return connectedRegions(map, width)
    .regions.filter((region) => region.area >= MIN_PIXELS)
    .slice(0, MAX_REGIONS);
}

function rangeAround({ width, height, data }: Plane, x: number, y: number): [number, number] {
  let [low, high] = [255, 0];
  for (let v = Math.max(0, y - 2); v <= Math.min(height - 1, y + 2); v++) {
    for (let u = Math.max(0, x - 2); u <= Math.min(width - 1, x + 2); u++) {
      const value = data[v * width + u]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}

function deviation({ data }: Plane): number {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  return Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
