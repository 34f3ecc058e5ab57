/**
 * Where a page bears ink, at a working scale: how far each pixel's reflectance, relative to the paper about it, differs between the
 * colours (`chroma`), and how dark it is (`dark`). No threshold on colours themselves: paper and light decide what is white.
 */
import type { RgbImage } from '@jianzhen/raster';

/** One value a pixel of the working scale, row-major. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export interface InkMaps {
  readonly width: number;
  readonly height: number;
  /** Page pixels a working pixel. */
  readonly factor: number;
  /** Greatest minus least reflectance among the colours, 0–1: black print has none. */
  readonly chroma: InkMap;
  /** 1 minus the least reflectance, 0–1. */
  readonly dark: InkMap;
  /** Reflectance against the paper, red, green, blue interleaved. */
  readonly reflectance: Float32Array;
  /** The paper's colour at a place of the working scale. */
  readonly paper: Paper;
  /** Share of the page that bears ink. */
  readonly inked: number;
  /** Chroma of all of the page's ink as a share of its darkness: where all print is coloured, colour tells little. */
  readonly coloured: number;
}

export interface Paper {
  /** Working pixels a knot. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Red, green, blue by knot. */
  readonly colours: Float32Array;
}

/** Working pixels that a page is brought down to. */
const WORKING = 150_000;
const CELL = 20;
/** Darkness from which a pixel counts as inked. */
const INKED = 0.15;
/** Most reflectance against the paper: ink may be lighter than dull paper in its own colour. */
export const GLOW = 1.25;

export function inkMaps(image: RgbImage): InkMaps {
  const factor = Math.max(1, Math.round(Math.sqrt((image.width * image.height) / WORKING)));
  const { width, height, rgb } = reduced(image, factor);
  const paper = paperOf(rgb, width, height);
  const chroma = new Float32Array(width * height);
  const dark = new Float32Array(width * height);
  const { cell, columns, rows, colours } = paper;
  const inverse = colours.map((value) => 1 / value);
  const line = new Float32Array(columns * 3);
  let [inked, inkChroma, inkDark] = [0, 0, 0];
  for (let y = 0, i = 0; y < height; y++) {
    const v = Math.min(rows - 1.001, Math.max(0, (y + 0.5) / cell - 0.5));
    const top = Math.floor(v);
    const below = Math.min(rows - 1, top + 1);
    for (let k = 0; k < line.length; k++)
      line[k] =
        inverse[top * columns * 3 + k]! * (1 - (v - top)) + inverse[below * columns * 3 + k]! * (v - top);
    for (let x = 0; x < width; x++, i++) {
      const u = Math.min(columns - 1.001, Math.max(0, (x + 0.5) / cell - 0.5));
      const left = u | 0;
      const f = u - left;
      const a = left * 3;
      const at = i * 3;
      const r = Math.min(GLOW, rgb[at]! * (line[a]! + (line[a + 3]! - line[a]!) * f));
      const g = Math.min(GLOW, rgb[at + 1]! * (line[a + 1]! + (line[a + 4]! - line[a + 1]!) * f));
      const b = Math.min(GLOW, rgb[at + 2]! * (line[a + 2]! + (line[a + 5]! - line[a + 2]!) * f));
      rgb[at] = r;
      rgb[at + 1] = g;
      rgb[at + 2] = b;
      const least = r < g ? (r < b ? r : b) : g < b ? g : b;
      const most = r > g ? (r > b ? r : b) : g > b ? g : b;
      chroma[i] = most - least;
      dark[i] = Math.max(0, 1 - least);
      if (dark[i]! < INKED) continue;
      inked++;
      inkChroma += chroma[i]!;
      inkDark += dark[i]!;
    }
  }
  const map = (data: Float32Array): InkMap => ({ width, height, data });
  return {
    width,
    height,
    factor,
    chroma: map(chroma),
    dark: map(dark),
    // The colours have become reflectances in place.
    reflectance: rgb,
    paper,
    inked: inked / (width * height),
    coloured: inkChroma / Math.max(1, inkDark),
  };
}

/** The same at half the scale. */
export function halved(maps: InkMaps): InkMaps {
  const width = maps.width >> 1;
  const height = maps.height >> 1;
  const reflectance = new Float32Array(width * height * 3);
  const chroma = new Float32Array(width * height);
  const dark = new Float32Array(width * height);
  const stride = maps.width * 3;
  const from = maps.reflectance;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0, at = 2 * y * stride; x < width; x++, i++, at += 6) {
      const r = (from[at]! + from[at + 3]! + from[at + stride]! + from[at + stride + 3]!) / 4;
      const g = (from[at + 1]! + from[at + 4]! + from[at + stride + 1]! + from[at + stride + 4]!) / 4;
      const b = (from[at + 2]! + from[at + 5]! + from[at + stride + 2]! + from[at + stride + 5]!) / 4;
      reflectance[i * 3] = r;
      reflectance[i * 3 + 1] = g;
      reflectance[i * 3 + 2] = b;
      const least = r < g ? (r < b ? r : b) : g < b ? g : b;
      const most = r > g ? (r > b ? r : b) : g > b ? g : b;
      chroma[i] = most - least;
      dark[i] = Math.max(0, 1 - least);
    }
  }
  const map = (data: Float32Array): InkMap => ({ width, height, data });
  return {
    width,
    height,
    factor: maps.factor * 2,
    chroma: map(chroma),
    dark: map(dark),
    reflectance,
    paper: { ...maps.paper, cell: maps.paper.cell / 2 },
    inked: maps.inked,
    coloured: maps.coloured,
  };
}

/** Means over factor × factor pixels; what does not fill a whole one at the right and the bottom is left out. */
function reduced(image: RgbImage, factor: number): { width: number; height: number; rgb: Float32Array } {
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const rgb = new Float32Array(width * height * 3);
  if (factor === 1) {
    rgb.set(image.rgb);
    return { width, height, rgb };
  }
  const source = image.rgb;
  const sums = new Int32Array(width * 3);
  const share = 1 / (factor * factor);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let v = 0; v < factor; v++) {
      let at = (y * factor + v) * image.width * 3;
      for (let x = 0; x < width; x++) {
        let r = 0;
        let g = 0;
        let b = 0;
        for (let u = 0; u < factor; u++, at += 3) {
          r += source[at]!;
          g += source[at + 1]!;
          b += source[at + 2]!;
        }
        sums[x * 3]! += r;
        sums[x * 3 + 1]! += g;
        sums[x * 3 + 2]! += b;
      }
    }
    const to = y * width * 3;
    for (let k = 0; k < sums.length; k++) rgb[to + k] = sums[k]! * share;
  }
  return { width, height, rgb };
}

/** By cells the mean colour of their third that bears least ink; a cell with more than one beside it takes that one's (all of it may be ink). */
function paperOf(rgb: Float32Array, width: number, height: number): Paper {
  const columns = Math.max(2, Math.ceil(width / CELL));
  const rows = Math.max(2, Math.ceil(height / CELL));
  const own = new Float32Array(columns * rows * 3);
  const lights = new Float32Array(columns * rows);
  const bins = new Int32Array(64);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x0, y0] = [Math.min(column * CELL, width - 1), Math.min(row * CELL, height - 1)];
      const [x1, y1] = [Math.min(width, x0 + CELL), Math.min(height, y0 + CELL)];
      bins.fill(0);
      // By the least of the colours: any ink lowers it, even ink that glows beside dull paper.
      const light = (i: number) => Math.min(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!) >> 2;
      for (let y = y0; y < y1; y++)
        for (let i = (y * width + x0) * 3, end = (y * width + x1) * 3; i < end; i += 3) bins[light(i)]!++;
      let left = ((x1 - x0) * (y1 - y0)) / 3;
      let floor = 63;
      while (floor > 0 && left > bins[floor]!) left -= bins[floor--]!;
      let [n, r, g, b] = [0, 0, 0, 0];
      for (let y = y0; y < y1; y++) {
        for (let i = (y * width + x0) * 3, end = (y * width + x1) * 3; i < end; i += 3) {
          if (light(i) < floor) continue;
          n++;
          r += rgb[i]!;
          g += rgb[i + 1]!;
          b += rgb[i + 2]!;
        }
      }
      const at = row * columns + column;
      own.set([Math.max(8, r / n), Math.max(8, g / n), Math.max(8, b / n)], at * 3);
      lights[at] = Math.min(r, g, b) / n;
    }
  }
  const colours = new Float32Array(own.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let best = row * columns + column;
      for (let v = Math.max(0, row - 1); v <= Math.min(rows - 1, row + 1); v++)
        for (let u = Math.max(0, column - 1); u <= Math.min(columns - 1, column + 1); u++)
          if (lights[v * columns + u]! > lights[best]! * 1.06) best = v * columns + u;
      colours.set(own.subarray(best * 3, best * 3 + 3), (row * columns + column) * 3);
    }
  }
  return { cell: CELL, columns, rows, colours };
}
