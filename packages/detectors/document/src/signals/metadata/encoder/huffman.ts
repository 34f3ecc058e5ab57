import type { JpegImage } from '@jianzhen/raster';

/** Codes of each length 1–16 in the tables of ITU-T T.81, annex K.3: DC and AC, luminance and chrominance. */
const STANDARD_COUNTS = new Set([
  '0,1,5,1,1,1,1,1,1,0,0,0,0,0,0,0',
  '0,3,1,1,1,1,1,1,1,1,1,0,0,0,0,0',
  '0,2,1,3,3,2,4,3,5,5,4,4,0,0,1,125',
  '0,2,1,2,4,4,3,4,7,5,4,4,0,1,2,119',
]);

/** Cameras and fast encoders send the standard's example tables; others fit them to the picture. */
export function huffmanKind(jpeg: JpegImage): 'standard' | 'optimised' {
  const standard = jpeg.huffmanTables.every((table) =>
    STANDARD_COUNTS.has(Array.from(table.counts.slice(-16)).join(',')),
  );
  return standard ? 'standard' : 'optimised';
}
