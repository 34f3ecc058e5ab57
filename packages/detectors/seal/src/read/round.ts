import type { RgbImage } from '@jianzhen/raster';
import type { SealText } from '../types.ts';
import { isStar } from '../unroll/upright.ts';
import { type Language, likeliest } from './language.ts';
import { hasPicture, layOutAt, type RoundLayout } from './layout.ts';
import { repairLine, repairTitle, SUBTITLES, suffixOf } from './lexicon.ts';
import { asking, type Looks, type SecondLook } from './looks.ts';
import { codeIn, type ToldNumber, taxNumberIn } from './numbers/index.ts';
import type { NumberSteps } from './numbers/network.ts';
import { type NumberStrip, numberStrip } from './numbers/strip.ts';
import { codeAsPart, linePart, titlePart, usualLinePart, widerLinePart, widerTitlePart } from './parts.ts';
import { type Draw, type Part, partDrawn, type Rendering, renderPart } from './render.ts';
import { tidyTitle } from './tidy.ts';
import {
  confidencesOf,
  leastConfidence,
  meanConfidence,
  placeOf,
  type ReadCharacter,
  textOf,
  vote,
} from './vote.ts';

type Reading = readonly ReadCharacter[];

/** What is read with less, on its weakest character, is looked at again. */
const SURE = { title: 0.85, line: 0.8 } as const;
/** A line read with less on average is none. */
const LEAST_LINE = 0.5;
/** Titles shorter than this are scraps. */
const SHORTEST = 2;
/** With the top told less surely than this, the next best is tried: always, or where the title reads badly or ends with no known word. */
const DOUBTED_TOP = { always: 0.15, odd: 0.45 } as const;
/** Mean confidence from which a wider reading with a known end counts, and least confidence of what it has more; of a place's name's beginning. */
const ENDED = 0.7;
const HEAD = 0.5;
/** Heights about the centre, in shares of the half height, within which a line is the centre's. */
const CENTRE = 0.22;

/** Ways to draw a part at the second look: rendering and stretch. */
const WAYS: Readonly<Record<'title' | 'line', readonly (readonly [Rendering, number])[]>> = {
  title: [
    ['layers', 1],
    ['picture', 1],
    ['ink', 1.3],
  ],
  line: [
    ['layers', 1],
    ['picture', 1],
  ],
};
/** Digits of a code stand far apart: set closer, as the network of numbers was trained on them. */
const CODE_STRETCH = 0.85;
/** Lines longer than this, in heights, are numbers set narrow: drawn wider, their digits come to their usual shape. */
const NARROW = { from: 6, stretch: 1.5 } as const;

interface Item {
  readonly kind: 'title' | 'line';
  readonly part: Part;
  readonly draw: Draw;
  /** Width at which it is read first, for each that its height would ask for. */
  readonly stretch: number;
  /** Of a line, itself with more room at its ends. */
  readonly wider?: Part;
  /** Of a line, the height of its middle above (negative) or below the centre, in half heights of the seal. */
  readonly at: number;
}

/** A part as it is read in the end, and the tax number that it is. */
interface Heard {
  readonly reading: Reading;
  readonly tax: ToldNumber | null;
}

type Worded = (reading: Reading) => Reading;
type Questions = ReturnType<typeof asking<RgbImage, Reading>>;
type NumberQuestions = ReturnType<typeof asking<NumberStrip, NumberSteps>>;

/** What is read of a round or elliptical seal, and how it is put together. */
export function roundLooks(layout: RoundLayout, language: Language): Looks {
  const worded = (reading: Reading) => repairTitle(likeliest(tidyTitle(reading), language));
  const items = itemsOf(layout);
  return {
    first: items.map(({ draw, stretch }) => draw('ink', stretch)),
    again: (readings) => secondLook(layout, items, readings, worded),
  };
}

function secondLook(
  layout: RoundLayout,
  items: readonly Item[],
  readings: readonly Reading[],
  worded: Worded,
): SecondLook {
  const strips: Questions = asking();
  const numbers: NumberQuestions = asking();
  const title = tidyTitle(readings[0]);
  const endless = suffixOf(textOf(title)) === '';
  const cut = endless || isHeadless(title);
  const wide = cut ? strips.ask(renderPart(layout, widerTitlePart(layout), 'ink')) : null;
  const usualPart = usualLinePart(layout);
  const usual = usualPart && strips.ask(renderPart(layout, usualPart, 'ink'));
  const heard = items.map((item, i) => lookAgain(layout, item, readings[i], strips, numbers));
  const code = askCode(layout, numbers);
  const turned = lookFromOtherTop(layout, title, strips, numbers);
  return {
    strips: strips.asked,
    numbers: numbers.asked,
    finish: (more, told) => {
      const parts = heard.map((one) => one(more, told));
      const whole = wide ? worded(wide(more)) : [];
      // With an end that names have, it is the title that was cut off before.
      const isWhole = suffixOf(textOf(whole)) !== '' && meanConfidence(whole) >= ENDED;
      if (wide && isWhole && (endless || holdsMore(whole, title)))
        parts[0] = { reading: wide(more), tax: null };
      const own = assemble(layout, items, parts, code(told), worded);
      const text = { ...own, subtitle: own.subtitle ?? (usual && knownLine(usual(more))) };
      const other = turned?.(more, told, worded);
      return !other || isPartOf(other, text) || worth(other) <= worth(text) ? text : other;
    },
  };
}

/** Asks for what a part needs to be read surely: more renderings, more room, its number. */
function lookAgain(
  layout: RoundLayout,
  item: Item,
  reading: Reading,
  strips: Questions,
  numbers: NumberQuestions,
): (more: readonly Reading[], told: readonly NumberSteps[]) => Heard {
  const { kind, draw, stretch, wider } = item;
  const ways = isDoubtful(item, reading) ? WAYS[kind] : [];
  const others = ways.map(([way, width]) => strips.ask(draw(way, stretch * width)));
  const whole = wider && mayBeCut(reading) ? strips.ask(renderPart(layout, wider, 'layers')) : null;
  const number = isNarrow(item) || isLikeTaxNumber(reading) ? askNumber(item, numbers) : null;
  return (more, told) => {
    const voted = others.length > 0 ? vote([reading, ...others.map((other) => other(more))]) : reading;
    return { reading: whole ? uncut(voted, whole(more)) : voted, tax: number?.(told) ?? null };
  };
}

/** Where the top is doubted, what the seal says from the next best. */
function lookFromOtherTop(layout: RoundLayout, title: Reading, strips: Questions, numbers: NumberQuestions) {
  const { turn, next, confidence } = layout.upright;
  const odd = meanConfidence(title) < SURE.title || suffixOf(textOf(title)) === '';
  if (confidence >= DOUBTED_TOP.always && !(odd && confidence < DOUBTED_TOP.odd)) return null;
  const other = layOutAt(layout, { turn: next, next: turn, confidence });
  const items = itemsOf(other);
  const asked = items.map((item) => ({
    reading: strips.ask(item.draw('ink', item.stretch)),
    tax: isNarrow(item) ? askNumber(item, numbers) : null,
  }));
  const code = askCode(other, numbers);
  return (more: readonly Reading[], told: readonly NumberSteps[], worded: Worded): SealText => {
    const heard = asked.map(({ reading, tax }) => ({ reading: reading(more), tax: tax?.(told) ?? null }));
    return assemble(other, items, heard, code(told), worded);
  };
}

function askNumber({ draw }: Item, numbers: NumberQuestions) {
  const number = numbers.ask(numberStrip(draw('ink', NARROW.stretch), draw('picture', NARROW.stretch)));
  return (told: readonly NumberSteps[]) => taxNumberIn(number(told));
}

function askCode(
  layout: RoundLayout,
  numbers: NumberQuestions,
): (told: readonly NumberSteps[]) => ToldNumber | null {
  const part = codeAsPart(layout);
  if (!part) return () => null;
  const draw = partDrawn(layout, part);
  const code = numbers.ask(numberStrip(draw('ink', CODE_STRETCH), draw('picture', CODE_STRETCH)));
  return (told) => codeIn(code(told));
}

/** A reading that is a line that seals have; null of any other. */
function knownLine(reading: Reading): string | null {
  const text = textOf(repairLine(reading, SUBTITLES));
  return SUBTITLES.includes(text) ? text : null;
}

/** Whether a wider look has the same with more at its ends, surely read. */
function holdsMore(wider: Reading, title: Reading): boolean {
  const from = placeOf(wider, textOf(title));
  const more = [...wider.slice(0, from), ...wider.slice(from + title.length)];
  return from >= 0 && more.length > 0 && leastConfidence(more) >= (isHeadless(title) ? HEAD : ENDED);
}

/** Whether a title begins with what follows a place's name, or with but one character of one. */
const isHeadless = (title: Reading): boolean => /^.?[省市县区]/u.test(textOf(title));

/** Whether a title is but a part of another: a look from a wrong top has its ends cut off. */
const isPartOf = (part: SealText, whole: SealText): boolean =>
  part.title !== null &&
  whole.title !== null &&
  part.title !== whole.title &&
  whole.title.includes(part.title);

/** Whether a line says what no line does, and is no number. */
const mayBeCut = (reading: Reading): boolean =>
  reading.length > 0 && !SUBTITLES.includes(textOf(reading)) && !isLikeTaxNumber(reading);

/** A line as a wider look has it, where that holds a known one that it is a part of. */
function uncut(line: Reading, wider: Reading): Reading {
  const [own, all] = [textOf(line), textOf(wider)];
  const known = SUBTITLES.filter((word) => word.includes(own) && all.includes(word));
  const word = known.toSorted((a, b) => b.length - a.length)[0];
  if (!word) return line;
  const from = placeOf(wider, word);
  return wider.slice(from, from + word.length);
}

function itemsOf(layout: RoundLayout): Item[] {
  const item = (kind: Item['kind'], part: Part, at: number, wider?: Part): Item => ({
    ...{ kind, part, at, draw: partDrawn(layout, part) },
    ...(wider && { wider }),
    stretch: isNarrow({ part }) ? NARROW.stretch : 1,
  });
  return [
    item('title', titlePart(layout), 0),
    ...layout.lines.map((line) => {
      const at = (line.top + line.bottom) / 2 / layout.plane.b;
      return item('line', linePart(line, layout), at, widerLinePart(line, layout));
    }),
  ];
}

const isNarrow = ({ part }: Pick<Item, 'part'>): boolean =>
  part.kind === 'line' && part.halfWidth > NARROW.from * part.halfHeight;

/** Whether a line is a number too long for a date, whatever it is. */
const isLikeTaxNumber = (characters: Reading): boolean =>
  characters.filter(({ text }) => /^[0-9A-Z]$/.test(text)).length > 10;

/** A number is left to its own network. */
function isDoubtful({ kind }: Item, reading: Reading): boolean {
  if (kind === 'title') return leastConfidence(tidyTitle(reading)) < SURE.title;
  return !isLikeTaxNumber(reading) && leastConfidence(reading) < SURE.line;
}

function assemble(
  layout: RoundLayout,
  items: readonly Item[],
  heard: readonly Heard[],
  code: ToldNumber | null,
  worded: Worded,
): SealText {
  const title = worded(heard[0].reading);
  const lines = items
    .map(({ at }, i) => ({ at, ...heard[i] }))
    .slice(1)
    .filter(({ reading, tax }) => tax !== null || meanConfidence(reading) >= LEAST_LINE);
  const number = lines.find(({ tax }) => tax !== null);
  const words = lines.filter((line) => line !== number);
  const centre = words.find(({ at, reading }) => Math.abs(at) < CENTRE && !isLikeTaxNumber(reading));
  const below = words.filter((line) => line !== centre && line.at > 0).at(-1);
  const starred = isStar(layout.star);
  return {
    title: title.length >= SHORTEST ? textOf(title) : null,
    titleConfidence: title.length >= SHORTEST ? leastConfidence(title) : 0,
    titleConfidences: title.length >= SHORTEST ? confidencesOf(title) : [],
    subtitle: below ? textOf(repairLine(below.reading, SUBTITLES)).replaceAll(' ', '') : null,
    centre: starred ? 'star' : hasPicture(layout.star) && !centre ? 'emblem' : centre ? 'text' : 'none',
    centreText: starred || !centre ? null : textOf(centre.reading),
    code: code?.text ?? null,
    taxNumber: number?.tax?.text ?? null,
    numberConfidence: leastSure([code, number?.tax ?? null]),
    turn: degrees(layout),
    turnConfidence: layout.upright.confidence,
  };
}

/** The least probability of the numbers that were told; 0 of none. */
function leastSure(numbers: readonly (ToldNumber | null)[]): number {
  const told = numbers.flatMap((number) => number?.probability ?? []);
  return told.length === 0 ? 0 : Math.min(...told);
}

/** How much a reading is worth beside that of another top. */
const worth = ({ title, titleConfidence, subtitle }: SealText): number =>
  title === null ? 0 : titleConfidence + (suffixOf(title) === '' ? 0 : 0.3) + (subtitle ? 0.15 : 0);

/** Of the picture, where the plane's own axes may be turned. */
function degrees({ upright, plane }: RoundLayout): number {
  const [sin, cos] = [Math.sin(2 * Math.PI * upright.turn), Math.cos(2 * Math.PI * upright.turn)];
  const { xx, xy, yx, yy } = plane.toPicture;
  return (Math.atan2(xx * sin - xy * cos, -(yx * sin - yy * cos)) * 180) / Math.PI;
}
