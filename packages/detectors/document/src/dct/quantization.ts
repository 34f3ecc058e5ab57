/**
 * Luminance quantisation tables that software writes, all scaled by the Independent JPEG Group's quality rule, 1 to 100.
 * Rows of natural order (8·v + u) at quality 50.
 */
export interface TableFamily {
  readonly id: string;
  readonly base: readonly number[];
}

// biome-ignore format: one row of a table a line
export const TABLE_FAMILIES: readonly TableFamily[] = [
  {
    // ITU-T T.81 Annex K.1: libjpeg and most of what came after.
    id: 'annex-k',
    base: [
      16, 11, 10, 16, 24, 40, 51, 61,
      12, 12, 14, 19, 26, 58, 60, 55,
      14, 13, 16, 24, 40, 57, 69, 56,
      14, 17, 22, 29, 51, 87, 80, 62,
      18, 22, 37, 56, 68, 109, 103, 77,
      24, 35, 55, 64, 81, 104, 113, 92,
      49, 64, 78, 87, 103, 121, 120, 101,
      72, 92, 95, 98, 112, 100, 103, 99,
    ],
  },
  {
    // Tuned for multi-scale structural similarity on the Kodak pictures; mozjpeg's table 2.
    id: 'ms-ssim',
    base: [
      12, 17, 20, 21, 30, 34, 56, 63,
      18, 20, 20, 26, 28, 51, 61, 55,
      19, 20, 21, 26, 33, 58, 69, 55,
      26, 26, 26, 30, 46, 87, 86, 66,
      31, 33, 36, 40, 46, 96, 100, 73,
      40, 35, 46, 62, 81, 100, 111, 91,
      46, 66, 76, 86, 102, 121, 120, 101,
      68, 90, 90, 96, 113, 102, 105, 103,
    ],
  },
  {
    // Robidoux's table, as in mozjpeg (its default) and ImageMagick.
    id: 'robidoux',
    base: [
      16, 16, 16, 18, 25, 37, 56, 85,
      16, 17, 20, 27, 34, 40, 53, 75,
      16, 20, 24, 31, 43, 62, 91, 135,
      18, 27, 31, 40, 53, 74, 106, 156,
      25, 34, 43, 53, 69, 94, 131, 189,
      37, 40, 62, 74, 94, 124, 169, 238,
      56, 53, 91, 106, 131, 169, 226, 311,
      85, 75, 135, 156, 189, 238, 311, 418,
    ],
  },
  {
    // Tuned for PSNR-HVS-M on the Kodak pictures; mozjpeg's table 4.
    id: 'psnr-hvs',
    base: [
      9, 10, 12, 14, 27, 32, 51, 62,
      11, 12, 14, 19, 27, 44, 59, 73,
      12, 14, 18, 25, 42, 59, 79, 78,
      17, 18, 25, 42, 61, 92, 87, 92,
      23, 28, 42, 75, 79, 112, 112, 99,
      40, 42, 59, 84, 88, 124, 132, 111,
      42, 64, 78, 95, 105, 126, 125, 99,
      70, 75, 100, 102, 116, 100, 107, 98,
    ],
  },
];

/** Steps (natural order) of a family's table at an IJG quality in [1, 100]. */
export function scaledTable(family: TableFamily, quality: number): Uint16Array {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return Uint16Array.from(family.base, (step) =>
    Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))),
  );
}
