import { errors } from './errors.ts';

/** What an image may claim before it is refused; a header is judged before anything is allocated. */
export interface ImageLimits {
  /** Pixels of one page. */
  readonly maxPixels: number;
  /** Pixels of the longer edge. */
  readonly maxEdge: number;
  /** Scans of one JPEG. Encoders write about ten; the standard allows a bomb. */
  readonly maxScans: number;
  /** Coefficients that all scans of one JPEG visit together. */
  readonly maxCoefficientVisits: number;
}

export const DEFAULT_LIMITS: ImageLimits = {
  maxPixels: 50_000_000,
  maxEdge: 65_500,
  maxScans: 200,
  maxCoefficientVisits: 1_000_000_000,
};

/** Throws `image.too-large` where width × height or an edge is beyond the limits. */
export function assertSize(width: number, height: number, limits: ImageLimits): void {
  if (width * height > limits.maxPixels || width > limits.maxEdge || height > limits.maxEdge) {
    const megapixels = Math.round(limits.maxPixels / 1e5) / 10;
    throw errors('image.too-large', { width, height, megapixels, edge: limits.maxEdge });
  }
}
