import { createCanvas } from '@napi-rs/canvas';
import type { Ink } from '../forge/ink.ts';
import { erase } from '../forge/inpaint.ts';
import { fullInk, type Lettering, type Setting, settingOf, soften } from '../forge/lettering.ts';
import { inkColour, paperAround, paperNoise } from '../forge/paper.ts';
import { blot } from '../forge/rewrite.ts';
import { type Box, clamp, grow, type Picture, union } from '../picture.ts';
import type { Random } from '../random.ts';
import type { PageNumber } from './numbers.ts';
import { type Deviation, drawStyle, type Style, type Wardrobe } from './style.ts';

/** Figures that were typed over others. */
export interface Retyped {
  readonly box: Box;
  readonly was: string;
  readonly wording: string;
  /** Box of each old character, and of each new one, in the order of the wording. */
  readonly figures: readonly Box[];
  readonly typed: readonly Box[];
  readonly deviation: Deviation;
  readonly family: string;
}

const MOST_FIGURES = 6;

/** Figures of one to three numbers erased and other ones typed in their place, in place; all in one style. */
export function retypeFigures(
  page: Picture,
  ink: Ink,
  numbers: readonly PageNumber[],
  wardrobe: Wardrobe,
  random: Random,
): Retyped[] {
  if (numbers.length === 0) return [];
  const first = random.pick(numbers);
  const style = drawStyle(first, wardrobe, random);
  const count = random.weighted({ 1: 0.6, 2: 0.25, 3: 0.15 });
  const near = numbers
    .filter((number) => number !== first && number.family === first.family)
    .map((number) => ({ number, far: distance(number, first) * random.between(0.6, 1) }))
    .sort((a, b) => a.far - b.far)
    .map(({ number }) => number);
  return [first, ...near.slice(0, Number(count) - 1)].map((number) =>
    retypeOne(page, ink, number, style, random),
  );
}

const distance = (a: PageNumber, b: PageNumber) =>
  Math.hypot(a.figures[0]!.box.x - b.figures[0]!.box.x, 3 * (a.figures[0]!.box.y - b.figures[0]!.box.y));

function retypeOne(page: Picture, ink: Ink, number: PageNumber, style: Style, random: Random): Retyped {
  const { figures } = number;
  const least = style.deviation === 'spacing' ? 3 : 1;
  const length = Math.min(figures.length, random.integer(least, Math.max(least, MOST_FIGURES)));
  const starts = figures
    .map((_, i) => i)
    .filter((i) => /\d/.test(figures[i]!.text) && i + length <= figures.length);
  const start = random.pick(starts.length > 0 ? starts : [0]);
  const run = figures.slice(start, start + length);
  const was = run.map(({ text }) => text).join('');
  const wording = run.map(({ text }) => (/\d/.test(text) ? otherDigit(text, random) : text)).join('');
  const tall = run.filter(({ text }) => /\d/.test(text)).map(({ box }) => box);
  const box = union(run.map((figure) => figure.box));
  // Figures stand on the base line; a comma hangs below it.
  const band = union(tall);
  const height = band.height * style.size;
  const setting = settingOf(was.replace(/[,;]/g, ''), style.family, box.width, height, 0);
  const typed = typeset(wording, setting, style.spacing);
  const letters = fullInk(style.matched ? soften(typed, random.between(0.1, 0.2)) : typed);
  const paper = paperAround(page, ink, box);
  const colour = inkColour(page, ink, band) ?? [40, 40, 40];
  const inked = [0, 1, 2].map((c) =>
    clamp(paper.colour[c]! + (colour[c]! - paper.colour[c]!) * style.contrast + style.tint[c]!, 0, 255),
  ) as [number, number, number];
  const noise = style.matched ? paperNoise(paper, letters, random) : null;
  const around = grow(box, 1, page);
  erase(page, ink, around, style.eraser, random);
  const base = band.y + band.height + style.drop * band.height * 1.4;
  const top = Math.round(base - typed.foot);
  const left = Math.round(box.x - typed.lead);
  blot(page, letters, left, top, inked, noise);
  const drawn = grow({ x: left, y: top, width: letters.width, height: letters.height }, 0, page);
  return {
    box: union([around, drawn]),
    was,
    wording,
    figures: run.map((figure) => figure.box),
    typed: typed.boxes.map((own) => grow({ ...own, x: left + own.x, y: top + own.y }, 0, page)),
    deviation: style.deviation,
    family: style.family,
  };
}

const otherDigit = (was: string, random: Random) => random.pick([...'0123456789'].filter((d) => d !== was));

/** Drawn text with the row of its base line, the column of its first ink, and each character's box in it. */
interface Typeset extends Lettering {
  readonly foot: number;
  readonly lead: number;
  readonly boxes: readonly Box[];
}

/** Text with ems added between its characters. */
function typeset(text: string, setting: Setting, spacing: number): Typeset {
  const size = setting.scale;
  const canvas = createCanvas(8, 8);
  const probe = canvas.getContext('2d');
  probe.font = `${size}px ${setting.family}`;
  probe.letterSpacing = `${spacing * size}px`;
  const measured = probe.measureText(text);
  const width = Math.ceil(measured.width) + 6;
  const ascent = Math.ceil(measured.actualBoundingBoxAscent) + 2;
  const height = ascent + Math.ceil(Math.max(0, measured.actualBoundingBoxDescent)) + 3;
  const sheet = createCanvas(width, height).getContext('2d');
  sheet.font = probe.font;
  sheet.letterSpacing = probe.letterSpacing;
  sheet.fillText(text, 2, ascent);
  const { data } = sheet.getImageData(0, 0, width, height);
  const coverage = new Float32Array(width * height).map((_, i) => data[i * 4 + 3]! / 255);
  const boxes = [...text].map((character, i): Box => {
    const own = probe.measureText(character);
    return {
      x: 2 + probe.measureText(text.slice(0, i)).width - own.actualBoundingBoxLeft,
      y: ascent - own.actualBoundingBoxAscent,
      width: own.actualBoundingBoxLeft + own.actualBoundingBoxRight,
      height: own.actualBoundingBoxAscent + own.actualBoundingBoxDescent,
    };
  });
  const lead = 2 - measured.actualBoundingBoxLeft;
  return { width, height, left: -2, top: 0, coverage, foot: ascent, lead, boxes };
}
