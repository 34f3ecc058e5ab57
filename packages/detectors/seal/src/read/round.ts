import type { SealText } from '../types.ts';
import { isStar } from '../unroll/upright.ts';
import { type Language, likeliest } from './language.ts';
import { hasPicture, layOutAt, type RoundLayout } from './layout.ts';
import { repairLine, repairTitle, SUBTITLES, suffixOf } from './lexicon.ts';
import type { Looks, SecondLook } from './looks.ts';
import { codeIn, digitsOf, isLikeTaxNumber, taxNumberIn } from './numbers.ts';
import { codeAsPart, linePart, titlePart, usualLinePart, widerLinePart, widerTitlePart } from './parts.ts';
import { type Part, type Rendering, renderPart } from './render.ts';
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
const SURE = { title: 0.85, line: 0.8, code: 0.7 } as const;
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
const WAYS: Readonly<Record<'title' | 'line' | 'code', readonly (readonly [Rendering, number])[]>> = {
  title: [
    ['layers', 1],
    ['picture', 1],
    ['ink', 1.3],
    ['ink', 0.85],
  ],
  line: [
    ['layers', 1],
    ['picture', 1],
  ],
  code: [
    ['layers', 1],
    ['picture', 1],
  ],
};
/** Digits of a code stand far apart: set closer, they read as a number. */
const FIRST_STRETCH = { title: 1, line: 1, code: 0.65 } as const;
/** Lines longer than this, in heights, are numbers set narrow: drawn wider, their digits come to their usual shape. */
const NARROW = { from: 6, stretch: 1.5 } as const;

interface Item {
  readonly kind: 'title' | 'line' | 'code';
  readonly part: Part;
  /** Of a line, itself with more room at its ends. */
  readonly wider?: Part;
  /** Of a line, the height of its middle above (negative) or below the centre, in half heights of the seal. */
  readonly at: number;
}

/** A part as voted, and each way it was read. */
interface Heard {
  readonly voted: Reading;
  readonly each: readonly Reading[];
}

const once = (reading: Reading): Heard => ({ voted: reading, each: [reading] });

/** A number as the vote has it; else, since a vote of readings of several lengths is of no length, as the surest reading that holds one. */
function numberIn(find: (reading: Reading) => string | null, { voted, each }: Heard): string | null {
  const surest = each.toSorted((a, b) => meanConfidence(b) - meanConfidence(a));
  for (const reading of [voted, ...surest]) {
    const number = find(reading);
    if (number !== null) return number;
  }
  return null;
}

/** What is read of a round or elliptical seal, and how it is put together. */
export function roundLooks(layout: RoundLayout, language: Language): Looks {
  const worded = (reading: Reading) => repairTitle(likeliest(tidyTitle(reading), language));
  const items = itemsOf(layout);
  const first = items.map((item) => renderPart(layout, item.part, 'ink', stretchOf(item)));
  const again = (readings: readonly Reading[]): SecondLook => {
    const doubtful = items.map((item, i) => isDoubtful(item, readings[i]));
    const strips = items.flatMap((item, i) => {
      const base = item.kind === 'line' ? stretchOf(item) : 1;
      const ways = doubtful[i] ? WAYS[item.kind] : [];
      return ways.map(([way, stretch]) => renderPart(layout, item.part, way, base * stretch));
    });
    const title = tidyTitle(readings[0]);
    const { turn, next, confidence } = layout.upright;
    const endless = suffixOf(textOf(title)) === '';
    const odd = meanConfidence(title) < SURE.title || endless;
    const cut = endless || isHeadless(title);
    const wider = [
      ...(cut ? [renderPart(layout, widerTitlePart(layout), 'ink')] : []),
      ...items.flatMap(({ wider: part }, i) =>
        part && mayBeCut(readings[i]) ? [renderPart(layout, part, 'layers')] : [],
      ),
    ];
    const usual = usualLinePart(layout);
    const doubtedTop = confidence < DOUBTED_TOP.always || (odd && confidence < DOUBTED_TOP.odd);
    const other = doubtedTop ? layOutAt(layout, { turn: next, next: turn, confidence }) : null;
    const otherItems = other ? itemsOf(other) : [];
    return {
      strips: [
        ...wider,
        ...(usual ? [renderPart(layout, usual, 'ink')] : []),
        ...strips,
        ...otherItems.map((item) => renderPart(other!, item.part, 'ink', stretchOf(item))),
      ],
      finish: (more) => {
        const rest = [...more];
        const wide = rest.splice(0, wider.length);
        const unseen = usual ? knownLine(rest.shift()!) : null;
        const whole = cut ? worded(wide[0]) : [];
        const wholeLines = wide.slice(cut ? 1 : 0);
        const heard = items.map(({ kind, wider: part }, i): Heard => {
          const each = [readings[i], ...(doubtful[i] ? rest.splice(0, WAYS[kind].length) : [])];
          const voted = doubtful[i] ? vote(each) : readings[i];
          return { voted: part && mayBeCut(readings[i]) ? uncut(voted, wholeLines.shift()!) : voted, each };
        });
        // With an end that names have, it is the title that was cut off before.
        const isWhole = suffixOf(textOf(whole)) !== '' && meanConfidence(whole) >= ENDED;
        if (isWhole && (endless || holdsMore(whole, title))) heard[0] = once(wide[0]);
        const told = assemble(layout, items, heard, worded);
        const own = { ...told, subtitle: told.subtitle ?? unseen };
        if (!other) return own;
        const turned = assemble(other, otherItems, rest.map(once), worded);
        return isPartOf(turned, own) || worth(turned) <= worth(own) ? own : turned;
      },
    };
  };
  return { first, again };
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
  const code = codeAsPart(layout);
  return [
    { kind: 'title', part: titlePart(layout), at: 0 },
    ...layout.lines.map((line): Item => {
      const at = (line.top + line.bottom) / 2 / layout.plane.b;
      return { kind: 'line', part: linePart(line, layout), wider: widerLinePart(line, layout), at };
    }),
    ...(code ? [{ kind: 'code', part: code, at: 0 } as const] : []),
  ];
}

function stretchOf({ kind, part }: Item): number {
  const narrow = part.kind === 'line' && part.halfWidth > NARROW.from * part.halfHeight;
  return narrow ? NARROW.stretch : FIRST_STRETCH[kind];
}

function isDoubtful({ kind }: Item, reading: Reading): boolean {
  if (kind === 'code')
    return digitsOf(reading).length > 5 && (codeIn(reading) === null || leastConfidence(reading) < SURE.code);
  return leastConfidence(kind === 'title' ? tidyTitle(reading) : reading) < SURE[kind];
}

function assemble(
  layout: RoundLayout,
  items: readonly Item[],
  heard: readonly Heard[],
  worded: (reading: Reading) => Reading,
): SealText {
  const readings = heard.map(({ voted }) => voted);
  const title = worded(readings[0]);
  const lines = items.flatMap(({ kind, at }, i) =>
    kind === 'line' && meanConfidence(readings[i]) >= LEAST_LINE
      ? [{ at, reading: readings[i], tax: numberIn(taxNumberIn, heard[i]) }]
      : [],
  );
  const tax = lines.find((line) => line.tax !== null);
  const words = lines.filter((line) => line !== tax);
  const centre = words.find(({ at, reading }) => Math.abs(at) < CENTRE && !isLikeTaxNumber(reading));
  const below = words.filter((line) => line !== centre && line.at > 0).at(-1);
  const codeAt = items.findIndex(({ kind }) => kind === 'code');
  const starred = isStar(layout.star);
  return {
    title: title.length >= SHORTEST ? textOf(title) : null,
    titleConfidence: title.length >= SHORTEST ? leastConfidence(title) : 0,
    titleConfidences: title.length >= SHORTEST ? confidencesOf(title) : [],
    subtitle: below ? textOf(repairLine(below.reading, SUBTITLES)).replaceAll(' ', '') : null,
    centre: starred ? 'star' : hasPicture(layout.star) && !centre ? 'emblem' : centre ? 'text' : 'none',
    centreText: starred || !centre ? null : textOf(centre.reading),
    code: codeAt < 0 ? null : numberIn(codeIn, heard[codeAt]),
    taxNumber: tax?.tax ?? null,
    turn: degrees(layout),
    turnConfidence: layout.upright.confidence,
  };
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
