import type { RgbImage } from '@jianzhen/raster';
import { corners, type OrientedRectangle, pointWithin, regionOver, turned } from './geometry/rectangle.ts';
import type { Networks } from './networks.ts';
import { recognise } from './recognise/index.ts';
import { inkOf } from './recognise/ink.ts';
import { confidenceOf, placedLine, type ReadLine } from './recognise/line.ts';
import { cropStrip } from './strips/crop.ts';

/** Height in widths from which a rectangle may hold characters one below the other, as the sides of forms do. */
const LEAST_HEIGHT = 1.7;
/** Distance between such characters in ems. */
const LEAST_PITCH = 0.85;
const MOST_PITCH = 2.2;
/** Side of the square that a character is read from, in ems. */
const SQUARE = 1.3;
/** What is read with less was not set downwards. */
const LEAST_CONFIDENCE = 0.8;

export const mayBeStacked = ({ width, height }: OrientedRectangle): boolean => height >= LEAST_HEIGHT * width;

/** Characters set downwards and each upright, read one by one; null where the rectangle holds no such text. */
export async function readStacked(
  page: RgbImage,
  upright: OrientedRectangle,
  networks: Networks,
): Promise<ReadLine | null> {
  const squares = squaresOf(page, upright);
  const readings = await recognise(
    squares.map((square) => cropStrip(page, square)),
    networks,
  );
  const single = readings.filter(({ characters }) => characters.length === 1);
  if (single.length < 2 || single.length < readings.length) return null;
  const characters = readings.flatMap((reading) => placedLine(reading, page)?.line.characters ?? []);
  const confidence = confidenceOf(characters);
  if (characters.length < 2 || confidence < LEAST_CONFIDENCE) return null;
  const text = characters.map((character) => character.text).join('');
  const region = regionOver(characters.map((character) => character.region));
  return { line: { text, confidence, region, characters, polygon: corners(upright) }, rectangle: upright };
}

/** Squares around characters at equal distances, parted where there is least ink. */
function squaresOf(page: RgbImage, upright: OrientedRectangle): OrientedRectangle[] {
  const strip = cropStrip(page, turned(upright, 1));
  const { columns, top, bottom } = inkOf(strip);
  const em = bottom - top;
  const stretch = strip.rectangle.width / strip.width;
  const scale = strip.rectangle.height / strip.height;
  // A strip that was squeezed has shorter ems along than across.
  const along = (em * scale) / stretch;
  const least = columns.reduce((sum, value) => sum + value, 0) / columns.length / 8;
  const first = columns.findIndex((value) => value > least);
  const length = columns.findLastIndex((value) => value > least) + 1 - first;
  let best: { cost: number; centres: number[] } = { cost: Infinity, centres: [] };
  for (let count = 2; count <= length / (LEAST_PITCH * along); count++) {
    const pitch = (length - along) / (count - 1);
    if (pitch > MOST_PITCH * along) continue;
    const centres = Array.from({ length: count }, (_, i) => first + along / 2 + i * pitch);
    const cost =
      centres.slice(1).reduce((sum, centre) => sum + inkAt(columns, centre - pitch / 2), 0) / (count - 1);
    if (cost < best.cost) best = { cost, centres };
  }
  const across = ((top + bottom) / 2 - strip.height / 2) * scale;
  const side = SQUARE * em * scale;
  return best.centres.map((centre) => {
    const { x, y } = pointWithin(strip.rectangle, centre * stretch - strip.rectangle.width / 2, across);
    return { cx: x, cy: y, width: side, height: side, angle: upright.angle };
  });
}

const inkAt = (columns: Float32Array, at: number): number => {
  const from = Math.max(0, Math.round(at) - 2);
  return columns.subarray(from, from + 4).reduce((sum, value) => sum + value, 0);
};
