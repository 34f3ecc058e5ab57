import { createCanvas } from '@napi-rs/canvas';
import { type Face, family } from '../vouchers/sheet.ts';
import type { PlacedText } from './types.ts';

const context = createCanvas(8, 8).getContext('2d');
/** Advances at 100 pixels an em. */
const advances = new Map<string, number>();

function advance(character: string, face: Face): number {
  const key = `${face}\u0000${character}`;
  let known = advances.get(key);
  if (known === undefined) {
    context.font = `100px ${family(face)}`;
    known = context.measureText(character).width / 100;
    advances.set(key, known);
  }
  return known;
}

export interface TypeStyle {
  readonly face: Face;
  readonly size: number;
  readonly colour?: string;
  readonly spacing?: number;
}

/** Width of a text in pixels. */
export const widthOf = (text: string, { face, size, spacing = 0 }: TypeStyle): number =>
  [...text].reduce((sum, character) => sum + advance(character, face) * size + spacing, 0);

/** Characters set one after the other from (x, y), each at its own advance. */
export function setText(
  text: string,
  x: number,
  y: number,
  style: TypeStyle,
  role: PlacedText['role'],
): PlacedText {
  const stops = [0];
  for (const character of text)
    stops.push(stops.at(-1)! + advance(character, style.face) * style.size + (style.spacing ?? 0));
  return { text, x, y, face: style.face, size: style.size, colour: style.colour ?? '#1c1c1e', stops, role };
}
