import { type Box, type Colour, clamp, grow, type Picture, union } from '../picture.ts';
import type { Random } from '../random.ts';
import type { Ink } from './ink.ts';
import { type Eraser, erase } from './inpaint.ts';
import { fullInk, type Lettering, letter, likelyFace, settingOf, soften } from './lettering.ts';
import { inkColour, paperAround, paperNoise } from './paper.ts';
import type { Script } from './types.ts';

export interface Rewriting {
  /** Tight around the old ink. */
  readonly box: Box;
  /** What stood there, where known: the new text takes its size and baseline. */
  readonly was: string | null;
  readonly wording: string;
  readonly eraser: Eraser;
  /** Softened and noised like the page, as a careful forger does. */
  readonly matched: boolean;
  /** CSS family; the likeliest face of the script where not given. */
  readonly family?: string;
  /** Latin unless told. */
  readonly script?: Script;
  /** Right edges meet instead of left ones, as in columns of amounts. */
  readonly alignRight?: boolean;
}

/** Erases the old text in place and draws the new one in its ink's colour; returns the box it touched. */
export function rewrite(page: Picture, ink: Ink, text: Rewriting, random: Random): Box {
  const { box, was, wording, matched } = text;
  const colour = inkColour(page, ink, box) ?? [40, 40, 40];
  const around = grow(box, random.integer(2, 3), page);
  const density = ink.sum(box) / (box.width * box.height);
  erase(page, ink, around, text.eraser, random);
  const sample = was ?? wording;
  const family = text.family ?? likelyFace(sample, box.width, box.height, density > 0.42, text.script);
  let letters = letter(wording, settingOf(sample, family, box.width, box.height));
  if (matched) letters = soften(letters, random.between(0.1, 0.22));
  else if (random.chance(0.3)) letters = soften(letters, random.between(0.04, 0.1));
  letters = fullInk(letters);
  const noise = matched ? paperNoise(paperAround(page, ink, box), letters, random) : null;
  const dark = matched ? 1 : random.between(0.85, 1);
  const left = text.alignRight ? box.x + box.width - letters.width - letters.left : box.x + letters.left;
  const top = box.y + letters.top + random.integer(-1, 1);
  const [r, g, b] = colour;
  blot(page, letters, left, top, [r * dark, g * dark, b * dark], noise);
  return union([around, grow({ x: left, y: top, width: letters.width, height: letters.height }, 0, page)]);
}

/** Draws letters in a colour, in place; `noise` is laid over the ink. */
export function blot(
  page: Picture,
  letters: Lettering,
  left: number,
  top: number,
  colour: Colour,
  noise: Float32Array | null,
): void {
  for (let y = 0; y < letters.height; y++) {
    for (let x = 0; x < letters.width; x++) {
      const cover = letters.coverage[y * letters.width + x]!;
      const px = left + x;
      const py = top + y;
      if (cover < 0.01 || px < 0 || py < 0 || px >= page.width || py >= page.height) continue;
      const i = (py * page.width + px) * 3;
      const grain = noise ? noise[y * letters.width + x]! : 0;
      for (let c = 0; c < 3; c++) {
        const laid = page.rgb[i + c]! * (1 - cover) + (colour[c]! + grain) * cover;
        page.rgb[i + c] = clamp(Math.round(laid), 0, 255);
      }
    }
  }
}
