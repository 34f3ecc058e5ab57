/** ITU-T T.81, table K.1: luminance, natural order. */
const ANNEX_K = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/** The table that libjpeg writes at quality 90: a fifth of Annex K's, rounded. */
export const QUALITY_90: Uint16Array = Uint16Array.from(ANNEX_K, (step) =>
  Math.max(1, Math.floor((step * 20 + 50) / 100)),
);
