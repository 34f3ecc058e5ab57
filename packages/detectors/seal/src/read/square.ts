import { SURNAMES } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { moved, sealFrame } from '../rectify/affine.ts';
import type { InkedSeal, PageSeal } from '../rectify/page-seal.ts';
import type { SealText } from '../types.ts';
import { drawLine, STRIP_HEIGHT } from '../unroll/strips.ts';
import { type Language, likeliest, likelihood } from './language.ts';
import { SQUARES } from './lexicon.ts';
import type { Looks } from './looks.ts';
import { confidencesOf, leastConfidence, meanConfidence, type ReadCharacter, textOf } from './vote.ts';

/** Side of the patch that characters are cut from. */
const SIZE = 160;
/** Side of the patches by which its direction is found. */
const COARSE = 48;
/** What a radian costs: most seals are put on nearly upright. */
const UPRIGHT = 0.15;
/** Border and paper at the sides, as a share of the side. */
const BORDER = 0.075;
/** Mean ink from which characters are bare in an inked field. */
const CARVED = 0.55;
/** How far from its place a division between characters is looked for, in shares of the side. */
const ASTRAY = 0.08;
/** Height of a character in its strip. */
const HEIGHT = 40;
/** Ink across a column's middle, in shares of its mean: with less it holds two characters, with more one. */
const LONE = { least: 0.1, most: 1.2 } as const;
/** What a known word is worth beside the mean confidence, what a person's name is, and what each nat of likelihood a character. */
const WORTH = { word: 0.4, name: 0.2, likelihood: 0.03 } as const;

/** A part of the patch, in pixels. */
interface Cell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Reads a square seal as a line of its characters set side by side, parted in each way that its gaps allow: old practice sets them in columns
 * from the right, counters' stamps in rows.
 */
export function squareLooks({ seal, inked }: PageSeal, language: Language): Looks | null {
  const parted = inked();
  if (!parted) return null;
  const field = inner(uprightPatch(parted, seal));
  const grids = [1, 2, 3].flatMap((columns) => gridsOf(field.ink, field.size, columns));
  return {
    first: grids.map((cells) => lineUp(field.ink, field.size, cells)),
    again: (readings) => ({ strips: [], numbers: [], finish: () => told(grids, readings, language) }),
  };
}

/**
 * The seal's ink in a square, its sides upright: an ellipse as wide as high has no direction, so the sides are looked for where ink lies
 * along them.
 */
function uprightPatch({ cut, map }: InkedSeal, seal: PageSeal['seal']): Float32Array {
  const { ink, width, height } = map;
  const source = { width, height, data: ink, channels: 1 } as const;
  const frame = moved(sealFrame({ ...seal, shape: 'circle' }), cut.left, cut.top, cut.scale);
  const patch = (angle: number, size: number) =>
    drawLine(source, frame, { x: 0, y: 0, halfWidth: 1, halfHeight: 1, angle }, size, size);
  const angles = Array.from({ length: 31 }, (_, i) => ((3 * i - 45) * Math.PI) / 180);
  const best = angles.reduce(
    (most, angle) => {
      const score = sideInk(patch(angle, COARSE)) - UPRIGHT * Math.abs(angle);
      return score > most.score ? { angle, score } : most;
    },
    { angle: 0, score: -Infinity },
  );
  return patch(best.angle, SIZE);
}

/** Ink of the four sides of a coarse patch: of each its fullest line next to the edge. */
function sideInk(patch: Float32Array): number {
  const line = (at: (k: number) => number) => mean(COARSE, (k) => patch[at(k)]);
  let sum = 0;
  for (const side of [0, 1, 2, 3]) {
    const lines = [0, 1, 2, 3].map((depth) => {
      const fixed = side % 2 === 0 ? depth : COARSE - 1 - depth;
      return line((k) => (side < 2 ? fixed * COARSE + k : k * COARSE + fixed));
    });
    sum += Math.max(...lines);
  }
  return sum;
}

/** The patch without its border, characters inked. */
function inner(ink: Float32Array): { ink: Float32Array; size: number } {
  const margin = Math.round(BORDER * SIZE);
  const size = SIZE - 2 * margin;
  const out = new Float32Array(size * size);
  let sum = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) sum += out[y * size + x] = ink[(y + margin) * SIZE + x + margin];
  }
  const carved = sum / out.length > CARVED;
  return { ink: carved ? out.map((value) => 1 - value) : out, size };
}

/**
 * Ways to part a field into so many columns from the right, each with one character or two; both, where the ink across a column's middle does
 * not tell.
 */
function gridsOf(ink: Float32Array, size: number, columns: number): Cell[][] {
  const across = (x: number) => mean(size, (y) => ink[y * size + x]);
  const cuts = Array.from(
    { length: columns - 1 },
    (_, i) => gapNear(across, ((i + 1) * size) / columns, size).at,
  );
  const edges = [0, ...cuts, size];
  let grids: Cell[][] = [[]];
  for (let i = 0; i < columns; i++) {
    const [left, right] = [edges[columns - 1 - i], edges[columns - i]];
    const down = (y: number) => mean(right - left, (x) => ink[y * size + left + x]);
    const gap = gapNear(down, size / 2, size);
    const whole = mean(size, down);
    const ways: Cell[][] = [];
    // A lone character fills its column: there is ink across its middle.
    if (gap.ink > LONE.least * whole) ways.push([{ left, right, top: 0, bottom: size }]);
    if (gap.ink <= LONE.most * whole)
      ways.push([
        { left, right, top: 0, bottom: gap.at },
        { left, right, top: gap.at, bottom: size },
      ]);
    grids = grids.flatMap((grid) => ways.map((way) => [...grid, ...way]));
  }
  return grids;
}

const mean = (count: number, value: (i: number) => number): number => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += value(i);
  return sum / Math.max(1, count);
};

/** The line with least ink near a place. */
function gapNear(inkAt: (i: number) => number, place: number, size: number): { at: number; ink: number } {
  let best = { at: Math.round(place), ink: Infinity };
  for (let i = Math.round(place - ASTRAY * size); i <= place + ASTRAY * size; i++) {
    const ink = inkAt(i) + inkAt(i - 1) + 0.001 * Math.abs(i - place);
    if (ink < best.ink) best = { at: i, ink };
  }
  return { at: best.at, ink: best.ink / 2 };
}

/** Characters side by side, black on white, each drawn to the same height and width. */
function lineUp(ink: Float32Array, size: number, cells: readonly Cell[]): RgbImage {
  const pitch = HEIGHT + 6;
  const width = cells.length * pitch + 6;
  const rgb = new Uint8Array(3 * width * STRIP_HEIGHT).fill(255);
  for (const [n, cell] of cells.entries()) {
    const { left, right, top, bottom } = trimmed(ink, size, cell);
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < HEIGHT; x++) {
        const fromX = left + ((x + 0.5) / HEIGHT) * (right - left);
        const fromY = top + ((y + 0.5) / HEIGHT) * (bottom - top);
        const value =
          ink[Math.min(size - 1, Math.floor(fromY)) * size + Math.min(size - 1, Math.floor(fromX))];
        const to = 3 * ((y + 4) * width + n * pitch + 6 + x);
        rgb.fill(Math.round(255 * (1 - Math.min(1, value))), to, to + 3);
      }
    }
  }
  return { width, height: STRIP_HEIGHT, rgb };
}

/** A cell without the paper at its sides. */
function trimmed(ink: Float32Array, size: number, { left, right, top, bottom }: Cell): Cell {
  const hasInk = (x: number, y: number) => ink[y * size + x] > 0.35;
  const columns = range(left, right).filter((x) => range(top, bottom).filter((y) => hasInk(x, y)).length > 1);
  const rows = range(top, bottom).filter((y) => columns.filter((x) => hasInk(x, y)).length > 1);
  if (columns.length < 4 || rows.length < 4) return { left, right, top, bottom };
  return { left: columns[0], right: columns.at(-1)! + 1, top: rows[0], bottom: rows.at(-1)! + 1 };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** The best of the grids, in the order that makes a known word, by columns otherwise. */
function told(
  grids: readonly (readonly Cell[])[],
  readings: readonly (readonly ReadCharacter[])[],
  language: Language,
): SealText {
  const options = grids.flatMap((cells, i) => {
    const reading = readings[i];
    // A grid that parts characters yields other numbers of them than it has cells.
    if (reading.length !== cells.length) return [];
    const byRows = cells
      .map(({ left, top }, n) => ({ left, top, n }))
      .sort((a, b) => Math.round((a.top - b.top) / (SIZE / 4)) || a.left - b.left)
      .map(({ n }) => reading[n]);
    return [reading, byRows].map((order) => {
      const characters = likeliest(order, language);
      return { characters, worth: worthOf(characters, language) };
    });
  });
  const best = options.reduce<(typeof options)[number] | null>(
    (a, b) => (a && a.worth >= b.worth ? a : b),
    null,
  );
  const read = best && meanConfidence(best.characters) >= 0.3 ? best.characters : [];
  return {
    title: read.length > 0 ? textOf(read) : null,
    titleConfidence: leastConfidence(read),
    titleConfidences: confidencesOf(read),
    subtitle: null,
    centre: 'none',
    centreText: null,
    code: null,
    taxNumber: null,
    numberConfidence: 0,
    turn: 0,
    turnConfidence: 0,
  };
}

function worthOf(characters: readonly ReadCharacter[], language: Language): number {
  const text = textOf(characters);
  const known = SQUARES.includes(text) ? WORTH.word : isName(text) ? WORTH.name : 0;
  return meanConfidence(characters) + known + WORTH.likelihood * likelihood(text, language);
}

/** Whether it is a person's name as seals have it. */
const isName = (text: string): boolean => SURNAMES.includes(text[0]) && /^.{2,3}(印|之印|章)$/u.test(text);
