import { type Plane, plane } from '@jianzhen/raster';
import type { PageContext } from '../signal.ts';
import type { Box } from './components.ts';
import { findLines } from './lines.ts';
import { binarise } from './threshold.ts';
import type { Layout, TextLine, Word } from './types.ts';
import { findWords } from './words.ts';

export type { Layout, TextLine, Word } from './types.ts';

const LARGEST_WORK_PLANE = 2_200_000;

const cache = new WeakMap<PageContext, Layout>();

/** Text of a page; computed once a page and shared by all signals. */
export function layoutOf(page: PageContext): Layout {
  const known = cache.get(page);
  if (known) return known;
  const layout = analyse(page.luma);
  cache.set(page, layout);
  return layout;
}

export function analyse(luma: Plane): Layout {
  const scale = Math.max(1, Math.ceil(Math.sqrt((luma.width * luma.height) / LARGEST_WORK_PLANE)));
  const work = shrink(luma, scale);
  const ink = binarise(work);
  const found = findWords(ink, work.width, work.height);
  const lineOf = new Int32Array(found.boxes.length);
  const chains = findLines(found.boxes);
  chains.forEach((chain, line) => {
    for (const word of chain) lineOf[word] = line;
  });
  const words = found.boxes.map((box, i): Word => {
    const region = toPage(box, scale, luma);
    return {
      region,
      line: lineOf[i]!,
      inkPixels: box.pixels,
      strokeWidth: scale * strokeWidth(found.text, work.width, box),
    };
  });
  const lines = chains.map((chain): TextLine => {
    const boxes = chain.map((i) => found.boxes[i]!);
    const heights = boxes.map((box) => box.bottom - box.top).sort((a, b) => a - b);
    const hull = {
      left: Math.min(...boxes.map((box) => box.left)),
      top: Math.min(...boxes.map((box) => box.top)),
      right: Math.max(...boxes.map((box) => box.right)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
    return { region: toPage(hull, scale, luma), words: chain, height: scale * heights[heights.length >> 1]! };
  });
  return {
    scale,
    workWidth: work.width,
    workHeight: work.height,
    ink,
    textHeight: scale * found.characterHeight,
    words,
    lines,
  };
}

function toPage(box: Omit<Box, 'pixels'>, scale: number, luma: Plane) {
  const x = box.left * scale;
  const y = box.top * scale;
  return {
    x,
    y,
    width: Math.min(luma.width, box.right * scale) - x,
    height: Math.min(luma.height, box.bottom * scale) - y,
  };
}

function strokeWidth(ink: Uint8Array, width: number, box: Box): number {
  let area = 0;
  let edges = 0;
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const i = y * width + x;
      if (ink[i] === 0) continue;
      area++;
      if (x === box.left || ink[i - 1] === 0) edges++;
      if (x === box.right - 1 || ink[i + 1] === 0) edges++;
      if (y === box.top || ink[i - width] === 0) edges++;
      if (y === box.bottom - 1 || ink[i + width] === 0) edges++;
    }
  }
  // A slanted contour has up to √2 more pixel edges than length; 4/π is the mean over directions.
  return edges === 0 ? 0 : (2 * area) / (edges * (Math.PI / 4));
}

function shrink(luma: Plane, scale: number): Plane {
  if (scale === 1) return luma;
  const width = Math.ceil(luma.width / scale);
  const height = Math.ceil(luma.height / scale);
  const out = plane(width, height);
  for (let y = 0; y < height; y++) {
    const bottom = Math.min(luma.height, (y + 1) * scale);
    for (let x = 0; x < width; x++) {
      const right = Math.min(luma.width, (x + 1) * scale);
      let sum = 0;
      for (let v = y * scale; v < bottom; v++) {
        for (let u = x * scale; u < right; u++) sum += luma.data[v * luma.width + u]!;
      }
      out.data[y * width + x] = sum / ((bottom - y * scale) * (right - x * scale));
    }
  }
  return out;
}
