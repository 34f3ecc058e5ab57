import { luma, type PageImage, type Plane } from '@jianzhen/raster';
import { CELL } from '../../signal.ts';

/** What the network sees of a page, in whole cells of 8 × 8 pixels from the top left; the page's border is repeated into the last ones. */
export interface NetworkInput {
  /** ceil(width / 8), ceil(height / 8). */
  readonly columns: number;
  readonly rows: number;
  /** BT.601 luma rounded to [0, 255]; (8 · rows) × (8 · columns), row-major. */
  readonly luma: Uint8Array;
  /** Mean Cb, then mean Cr of each cell around 128; 2 × rows × columns. */
  readonly chroma: Uint8Array;
  /** Quantised DCT levels of Y clipped to [-127, 127], natural order; rows × columns × 64. All 0 where the page has none. */
  readonly levels: Int8Array;
  /** Quantisation table of Y, natural order; 64. All 0 where the page has none, by which the network knows. */
  readonly quantization: Float32Array;
}

const clampByte = (value: number) => Math.max(0, Math.min(255, Math.round(value)));

/** The page as network input. Pure; training and detection both come by here. `plane`: the page's luma where it is at hand. */
export function networkInput(page: PageImage, plane: Plane = luma(page)): NetworkInput {
  const columns = Math.ceil(page.width / CELL);
  const rows = Math.ceil(page.height / CELL);
  return {
    columns,
    rows,
    luma: paddedLuma(plane, columns, rows),
    chroma: cellChroma(page, columns, rows),
    ...coefficients(page, columns, rows),
  };
}

function paddedLuma({ width, height, data }: Plane, columns: number, rows: number): Uint8Array {
  const stride = columns * CELL;
  const out = new Uint8Array(stride * rows * CELL);
  for (let y = 0, to = 0; y < rows * CELL; y++) {
    const from = Math.min(y, height - 1) * width;
    for (let x = 0; x < width; x++) out[to + x] = clampByte(data[from + x]!);
    out.fill(out[to + width - 1]!, to + width, to + stride);
    to += stride;
  }
  return out;
}

/** BT.601 chroma of each cell's mean colour; cells that the page cuts take the part that exists. */
function cellChroma({ width, height, rgb }: PageImage, columns: number, rows: number): Uint8Array {
  const out = new Uint8Array(2 * columns * rows);
  for (let row = 0, cell = 0; row < rows; row++) {
    const bottom = Math.min((row + 1) * CELL, height);
    for (let column = 0; column < columns; column++, cell++) {
      const right = Math.min((column + 1) * CELL, width);
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let y = row * CELL; y < bottom; y++) {
        for (let i = 3 * (y * width + column * CELL), end = 3 * (y * width + right); i < end; i += 3) {
          red += rgb[i]!;
          green += rgb[i + 1]!;
          blue += rgb[i + 2]!;
        }
      }
      const count = (bottom - row * CELL) * (right - column * CELL);
      const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
      out[cell] = clampByte(128 + (0.564 * (blue - grey)) / count);
      out[columns * rows + cell] = clampByte(128 + (0.713 * (red - grey)) / count);
    }
  }
  return out;
}

/** Y's levels where the file holds Y at full resolution, so that a block is a cell; else zeros. */
function coefficients(page: PageImage, columns: number, rows: number) {
  const levels = new Int8Array(64 * columns * rows);
  const quantization = new Float32Array(64);
  const part = page.jpeg?.components[0];
  const luminance = page.jpeg && ['ycbcr', 'grey'].includes(page.jpeg.colourTransform);
  const full = page.jpeg?.components.every(
    ({ horizontal, vertical }) => horizontal <= part!.horizontal && vertical <= part!.vertical,
  );
  if (!part || !luminance || !full) return { levels, quantization };
  quantization.set(part.quantization);
  for (let row = 0; row < rows; row++) {
    const from = 64 * row * part.blocksWide;
    const to = 64 * row * columns;
    for (let i = 0; i < 64 * columns; i++) {
      levels[to + i] = Math.max(-127, Math.min(127, part.coefficients[from + i]!));
    }
  }
  return { levels, quantization };
}
