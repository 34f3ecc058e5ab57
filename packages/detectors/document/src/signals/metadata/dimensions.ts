import type { ImageFacts } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { candidate } from './candidate.ts';

/** The size that EXIF states (PixelXDimension, PixelYDimension) against the picture's own, turned or not. */
export function dimensionContradiction({ metadata, size: actual }: ImageFacts): Candidate[] {
  const width = Number(metadata.ExifImageWidth ?? 0);
  const height = Number(metadata.ExifImageHeight ?? 0);
  if (!actual || !(width > 0 && height > 0)) return [];
  const same = (w: number, h: number) => w === actual.width && h === actual.height;
  if (same(width, height) || same(height, width)) return [];
  const values = { claimed: `${width}×${height}`, actual: `${actual.width}×${actual.height}` };
  return [candidate('document.dimensions-contradict', 'low', null, values)];
}
