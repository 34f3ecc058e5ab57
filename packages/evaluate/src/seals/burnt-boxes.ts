/**
 * Boxes that a labelling tool burnt into pictures: coloured outlines about 4 pixels wide with a filled label above their upper left
 * corner. They tell where objects are, and are to be taken out before anything is measured on such a picture.
 */
import type { Region } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { overlap } from './overlap.ts';

/** Half of an outline's width, with what JPEG smears. */
const HALF = 4;
/** A gap in an outline that other drawing or compression may make. */
const GAP = 3;
const SHORTEST = 14;
/** Share of a side that has to be there. */
const COVERED = 0.88;
/** Labels are lower than this. */
const LEAST = 38;

/** Marks of the tool's colours, 1 a pixel: its red (255, 56, 56) and its blues. */
function coloured({ width, height, rgb }: RgbImage, colour: 'red' | 'blue'): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let i = 0; i < out.length; i++) {
    const [r, g, b] = [rgb[i * 3]!, rgb[i * 3 + 1]!, rgb[i * 3 + 2]!];
    out[i] =
      colour === 'red'
        ? Number(r > 195 && r - g > 105 && r - b > 105)
        : Number(b > 170 && b - r > 110 && b - g > 95);
  }
  return out;
}

/** Places across one axis where the colour runs straight for a while, neighbours taken together; and the picture's own edges. */
function straights(mask: Uint8Array, width: number, height: number, down: boolean): number[] {
  const [lines, length] = down ? [width, height] : [height, width];
  const places: number[][] = [];
  for (let at = 0; at < lines; at++) {
    let [from, last, longest] = [-1, -1, 0];
    for (let k = 0; k < length; k++) {
      if (!mask[down ? k * width + at : at * width + k]) continue;
      if (from < 0 || k - last > GAP + 1) from = k;
      last = k;
      longest = Math.max(longest, last - from);
    }
    if (longest < SHORTEST) continue;
    if (places.at(-1)?.at(-1) === at - 1 && places.at(-1)!.length < 6) places.at(-1)!.push(at);
    else places.push([at]);
  }
  return [0, lines - 1, ...places.map((run) => run[run.length >> 1]!)];
}

/** Share of a side's places with the colour within two pixels; one that lies on the picture's edge needs none. */
function covered(
  mask: Uint8Array,
  [width, height]: readonly [number, number],
  at: number,
  from: number,
  to: number,
  down: boolean,
): number {
  if (at === 0 || at === (down ? width : height) - 1) return 1;
  let hits = 0;
  for (let k = from; k <= to; k++) {
    for (let d = -2; d <= 2; d++) {
      const [x, y] = down ? [at + d, k] : [k, at + d];
      if (x < 0 || y < 0 || x >= width || y >= height || !mask[y * width + x]) continue;
      hits++;
      break;
    }
  }
  return hits / (to - from + 1);
}

/** The burnt boxes, by the middle of their outlines, in whole pixels; those that reach beyond the picture end at its edge. */
export function findBurntBoxes(image: RgbImage): Region[] {
  const { width, height } = image;
  const size = [width, height] as const;
  return (['red', 'blue'] as const).flatMap((colour) => {
    const mask = coloured(image, colour);
    const rows = straights(mask, width, height, false).sort((a, b) => a - b);
    const columns = straights(mask, width, height, true).sort((a, b) => a - b);
    const boxes: { box: Region; score: number }[] = [];
    for (const left of columns) {
      for (const right of columns) {
        if (right - left < LEAST) continue;
        for (const top of rows) {
          if (covered(mask, size, top, left, right, false) < COVERED) continue;
          for (const bottom of rows) {
            if (bottom - top < LEAST) continue;
            const edges = [left === 0, right === width - 1, top === 0, bottom === height - 1];
            if (edges.filter(Boolean).length > 2) continue;
            const shares = [
              covered(mask, size, top, left, right, false),
              covered(mask, size, bottom, left, right, false),
              covered(mask, size, left, top, bottom, true),
              covered(mask, size, right, top, bottom, true),
            ];
            if (Math.min(...shares) < COVERED) continue;
            const box = { x: left, y: top, width: right - left, height: bottom - top };
            const drawn = edges.filter((edge) => !edge).length;
            if (hollow(mask, width, box)) boxes.push({ box, score: drawn + Math.min(...shares) });
          }
        }
      }
    }
    return merged(boxes);
  });
}

/** Whether a box is an outline, not a filled label. */
function hollow(mask: Uint8Array, width: number, box: Region): boolean {
  let on = 0;
  let all = 0;
  for (let y = box.y + HALF; y < box.y + box.height - HALF; y++) {
    for (let x = box.x + HALF; x < box.x + box.width - HALF; x++, all++) on += mask[y * width + x]!;
  }
  return on < 0.4 * all;
}

/** Of candidates that mostly share their area one is right: the one with most sides drawn, and drawn most completely. */
function merged(found: readonly { box: Region; score: number }[]): Region[] {
  const kept: Region[] = [];
  for (const { box } of [...found].sort((a, b) => b.score - a.score))
    if (!kept.some((other) => overlap(other, box) > 0.5)) kept.push(box);
  return kept;
}

/** The picture without the boxes and their labels: what lay under them is filled in from around. */
export function withoutBurntBoxes(image: RgbImage, boxes: readonly Region[]): RgbImage {
  const { width, height } = image;
  const unknown = new Uint8Array(width * height);
  const fill = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      unknown.fill(1, y * width + Math.max(0, x0), y * width + Math.min(width, Math.max(0, x1)));
  };
  const masks = [coloured(image, 'red'), coloured(image, 'blue')];
  const any = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && masks.some((mask) => mask[y * width + x]);
  for (const { x, y, width: w, height: h } of boxes) {
    fill(x - HALF, y - HALF, x + w + HALF + 1, y + HALF + 1);
    fill(x - HALF, y + h - HALF, x + w + HALF + 1, y + h + HALF + 1);
    fill(x - HALF, y - HALF, x + HALF + 1, y + h + HALF + 1);
    fill(x + w - HALF, y - HALF, x + w + HALF + 1, y + h + HALF + 1);
    const label = labelOf(any, x, y);
    if (label) fill(x - HALF, label.from - 4, label.right + HALF, label.to + 2);
  }
  // Labels of boxes that belong to pictures which lay beside this one.
  for (const [x, y] of looseLabels(any, unknown, width, height)) fill(x - 10, y - 10, x + 11, y + 11);
  return filledIn(image, unknown);
}

/** The filled label that stands on (or, at the picture's top, hangs from) a box's upper left corner: its margins bear no letters. */
function labelOf(
  any: (x: number, y: number) => boolean,
  x: number,
  y: number,
): { from: number; to: number; right: number } | null {
  for (const [from, to] of [
    [Math.max(0, y - TALL), y - HALF],
    [y + HALF, y + TALL],
  ] as const) {
    if (to - from < 8) continue;
    let right = -1;
    for (let column = x; column < x + WIDEST; column++) {
      let hits = 0;
      for (let row = from + 4; row < to; row++) if (any(column, row)) hits++;
      if (hits > 0.8 * (to - from - 4)) right = column;
    }
    // The box's own side is as wide as its outline.
    if (right > x + HALF) return { from, to, right };
  }
  return null;
}

/** Labels' height and greatest width in pixels. */
const TALL = 38;
const WIDEST = 110;

/** Pixels at the picture's border that are solid label colour. */
function looseLabels(
  any: (x: number, y: number) => boolean,
  unknown: Uint8Array,
  width: number,
  height: number,
): [number, number][] {
  const out: [number, number][] = [];
  for (let y = 0; y < height; y++) {
    if (y > 40 && y < height - 40) continue;
    for (let x = 0; x < width; x++) {
      if (unknown[y * width + x] || !any(x, y)) continue;
      let hits = 0;
      for (let v = -3; v <= 3; v++) for (let u = -3; u <= 3; u++) if (any(x + u, y + v)) hits++;
      if (hits >= 26) out.push([x, y]);
    }
  }
  return out;
}

/** Onion peel: every ring of unknown pixels takes the mean of its known neighbours. */
function filledIn({ width, height, rgb }: RgbImage, unknown: Uint8Array): RgbImage {
  const out = Uint8Array.from(rgb);
  const left = Uint8Array.from(unknown);
  for (let rings = 0; rings < width; rings++) {
    const known: [number, number, number, number][] = [];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (!left[y * width + x]) continue;
        let [n, r, g, b] = [0, 0, 0, 0];
        for (let v = Math.max(0, y - 2); v <= Math.min(height - 1, y + 2); v++) {
          for (let u = Math.max(0, x - 2); u <= Math.min(width - 1, x + 2); u++) {
            const i = v * width + u;
            if (left[i]) continue;
            n++;
            r += out[i * 3]!;
            g += out[i * 3 + 1]!;
            b += out[i * 3 + 2]!;
          }
        }
        if (n > 0) known.push([y * width + x, r / n, g / n, b / n]);
      }
    }
    if (known.length === 0) break;
    for (const [i, r, g, b] of known) {
      out.set([r, g, b], i * 3);
      left[i] = 0;
    }
  }
  return { width, height, rgb: out };
}
