/**
 * Which glyphs of a page that nobody has read are digits. Template matching by normalised correlation, after R. G. Casey and
 * E. Lecolinet, "A Survey of Methods and Strategies in Character Segmentation" (IEEE TPAMI 18(7), 1996), §II.B. Rough on purpose: a
 * forger looks for numbers, and it is enough that most of what is found are numbers.
 */
import { createCanvas } from '@napi-rs/canvas';
import { LATIN_FACES, latinFont } from '../fonts.ts';
import type { Box, Picture } from '../picture.ts';

export interface Reading {
  readonly character: string;
  /** CSS family of the face that looks most like it. */
  readonly family: string;
  /** −1 to 1. */
  readonly likeness: number;
}

const COLUMNS = 10;
const ROWS = 14;
const CELLS = COLUMNS * ROWS;
const CHARACTERS = '0123456789ABCDEFGHJKLMNPRSTUVXYZabcdefghkmnoprstuvxyz';

interface Template {
  readonly character: string;
  readonly family: string;
  /** Width over height. */
  readonly slim: number;
  readonly cells: Float32Array;
}

let templates: readonly Template[] | null = null;

function allTemplates(): readonly Template[] {
  templates ??= LATIN_FACES.flatMap((face) => {
    const family = `"${latinFont(face)}"`;
    return [...CHARACTERS].map((character) => drawn(character, family));
  });
  return templates;
}

function drawn(character: string, family: string): Template {
  const canvas = createCanvas(80, 80);
  const context = canvas.getContext('2d');
  context.font = `48px ${family}`;
  const size = context.measureText(character);
  const width = Math.ceil(size.actualBoundingBoxLeft + size.actualBoundingBoxRight);
  const height = Math.ceil(size.actualBoundingBoxAscent + size.actualBoundingBoxDescent);
  context.fillText(character, 4 + size.actualBoundingBoxLeft, 4 + size.actualBoundingBoxAscent);
  const { data } = context.getImageData(4, 4, width, height);
  const cells = gridded(width, height, (x, y) => data[(y * width + x) * 4 + 3]!);
  return { character, family, slim: width / height, cells };
}

/** Mean darkness in a grid of cells, brought to mean 0 and length 1. */
function gridded(width: number, height: number, dark: (x: number, y: number) => number): Float32Array {
  const sums = new Float32Array(CELLS);
  const counts = new Float32Array(CELLS);
  const across = Math.max(1, Math.ceil(COLUMNS / width));
  const down = Math.max(1, Math.ceil(ROWS / height));
  for (let v = 0; v < height * down; v++) {
    for (let u = 0; u < width * across; u++) {
      const row = Math.floor((v * ROWS) / (height * down));
      const k = row * COLUMNS + Math.floor((u * COLUMNS) / (width * across));
      sums[k]! += dark(Math.floor(u / across), Math.floor(v / down));
      counts[k]!++;
    }
  }
  const means = sums.map((sum, k) => sum / Math.max(1, counts[k]!));
  const mean = means.reduce((a, b) => a + b, 0) / CELLS;
  const length = Math.sqrt(means.reduce((a, b) => a + (b - mean) ** 2, 0)) || 1;
  return means.map((value) => (value - mean) / length);
}

/** The character that the ink in the box looks most like. */
export function readGlyph(picture: Picture, box: Box): Reading {
  const cells = gridded(
    box.width,
    box.height,
    (x, y) => 255 - picture.rgb[((box.y + y) * picture.width + box.x + x) * 3 + 1]!,
  );
  const slim = box.width / box.height;
  let best: Reading = { character: '', family: '', likeness: -1 };
  for (const template of allTemplates()) {
    if (Math.abs(Math.log(template.slim / slim)) > 0.35) continue;
    let likeness = 0;
    for (let k = 0; k < CELLS; k++) likeness += cells[k]! * template.cells[k]!;
    if (likeness > best.likeness) best = { character: template.character, family: template.family, likeness };
  }
  return best;
}
