import { luma, type RgbImage } from '@jianzhen/raster';

/** Differences of luma up to this are paper. */
const NOISE = 14;
/** A row with less than this share of the fullest row's ink is margin. */
const MARGIN_SHARE = 0.12;

/** Where a strip's ink lies. */
export interface Ink {
  /** Ink of each column: differences from the paper's luma, summed over the rows of text. */
  readonly columns: Float32Array;
  /** Rows of text; `bottom` is exclusive. */
  readonly top: number;
  readonly bottom: number;
}

/** Ink is what differs from the strip's median luma, darker or lighter: most of a strip is paper. */
export function inkOf(strip: RgbImage): Ink {
  const { width, height } = strip;
  const { data } = luma(strip);
  const paper = medianOf(data);
  const ink = data.map((value) => Math.max(0, Math.abs(value - paper) - NOISE));
  const rows = Float32Array.from({ length: height }, (_, y) => sum(ink.subarray(y * width, (y + 1) * width)));
  const least = MARGIN_SHARE * Math.max(...rows);
  const top = Math.max(
    0,
    rows.findIndex((value) => value > least),
  );
  const bottom =
    Math.max(
      top,
      rows.findLastIndex((value) => value > least),
    ) + 1;
  const columns = new Float32Array(width);
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < width; x++) columns[x] += ink[y * width + x];
  }
  return { columns, top, bottom };
}

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

/** To the next whole number: sorting every strip would take longer than reading some. */
function medianOf(values: Float32Array): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < values.length; i++) counts[Math.round(values[i])]++;
  let below = 0;
  return counts.findIndex((count) => {
    below += count;
    return below > values.length >> 1;
  });
}
