import { crc32 } from 'node:zlib';
import type { JpegImage } from '@jianzhen/raster';
import known from './photoshop-tables.json' with { type: 'json' };

/** Whose quantisation tables a JPEG carries. */
export interface TableFamily {
  readonly family: 'ijg' | 'mozjpeg' | 'photoshop' | 'other';
  /** Quality 1–100 for ijg and mozjpeg. */
  readonly quality: number | null;
  /** Photoshop's setting. */
  readonly setting: string | null;
}

/** ITU-T T.81, annex K.1, tables K.1 and K.2, natural order: what the Independent JPEG Group scales. */
// biome-ignore format: eight by eight
const LUMINANCE = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
// biome-ignore format: eight by eight
const CHROMINANCE = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];
/** N. Robidoux's table, mozjpeg's default for both luma and chroma. */
// biome-ignore format: eight by eight
const ROBIDOUX = [
  16, 16, 16, 18, 25, 37, 56, 85, 16, 17, 20, 27, 34, 40, 53, 75, 16, 20, 24, 31, 43, 62, 91, 135, 18, 27, 31, 40, 53, 74, 106, 156,
  25, 34, 43, 53, 69, 94, 131, 189, 37, 40, 62, 74, 94, 124, 169, 238, 56, 53, 91, 106, 131, 169, 226, 311, 85, 75, 135, 156, 189, 238, 311, 418,
];

export function tableFamily(jpeg: JpegImage): TableFamily {
  const luma = jpeg.components[0]?.quantization;
  const chroma = jpeg.components[1]?.quantization ?? null;
  const unknown: TableFamily = { family: 'other', quality: null, setting: null };
  if (!luma) return unknown;
  // At quality 100 every family's table is all ones and tells nothing; the most common writer's name stands.
  const quality = qualityOf(luma, LUMINANCE);
  if (
    quality !== null &&
    (!chroma || matches(chroma, CHROMINANCE, quality) || matches(chroma, LUMINANCE, quality))
  ) {
    return { family: 'ijg', quality, setting: null };
  }
  const mozjpeg = qualityOf(luma, ROBIDOUX);
  if (mozjpeg !== null && (!chroma || matches(chroma, ROBIDOUX, mozjpeg))) {
    return { family: 'mozjpeg', quality: mozjpeg, setting: null };
  }
  const [lumaHash, chromaHash] = [hash(luma), chroma && hash(chroma)];
  const setting = known.photoshop.find(
    (entry) => entry.luma === lumaHash && (chromaHash === null || entry.chroma === chromaHash),
  );
  return setting ? { family: 'photoshop', quality: null, setting: setting.setting } : unknown;
}

function qualityOf(table: Uint16Array, base: readonly number[]): number | null {
  for (let quality = 100; quality >= 1; quality--) if (matches(table, base, quality)) return quality;
  return null;
}

/** jpeg_set_quality of the IJG library: scaled, rounded, and kept within 1–255. */
function matches(table: Uint16Array, base: readonly number[], quality: number): boolean {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return base.every((step, i) => {
    const scaled = Math.max(1, Math.floor((step * scale + 50) / 100));
    return table[i] === Math.min(scaled, 255) || table[i] === Math.min(scaled, 32767);
  });
}

function hash(table: Uint16Array): number {
  return table.every((step) => step < 256) ? crc32(Uint8Array.from(table)) : -1;
}
