import { type FormDistance, formDistances } from './forms.ts';
import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { type Peers, peersOf } from './peers.ts';
import { baselineFeatures, type Placing, pitchFeatures, placingOf, usualPitch } from './placing.ts';
import { type PageProperties, PROPERTIES, type Property, pageProperties } from './properties.ts';
import { mean, median } from './robust.ts';
import { shapeDistance } from './shape.ts';

/** Digits in a row within one number, which may have been typed over others, against those about them. */
export interface Segment {
  readonly number: PrintedNumber;
  readonly glyphs: readonly Glyph[];
  /** Digits of the same line outside it. */
  readonly rest: readonly Glyph[];
  readonly peers: Peers;
  readonly features: Readonly<Record<string, number>>;
}

/** Longer ones are tried only as the whole number. */
const MOST_DIGITS = 7;
/** A deviation counts up to this many times what is usual. */
const MOST = 40;

/** The least distance of forms that a page is credited with. */
const FORM_FLOOR = 0.012;
/** Chinese characters and letters take ink a little unlike digits. */
const INK_OF_TEXT = 0.04;

const bounded = (value: number) => (Number.isFinite(value) ? Math.max(-MOST, Math.min(MOST, value)) : 0);

/** All segments of a page; none where it bears no numbers. */
export function segmentsOf(numbers: readonly PrintedNumber[]): Segment[] {
  const properties = pageProperties(numbers);
  const forms = formDistances(numbers);
  const usualForm =
    FORM_FLOOR + (median([...forms.values()].map(({ same }) => same).filter(Number.isFinite)) || 0);
  const placing = placingOf(numbers);
  const textSize = median(numbers.map(sizeBesideText).filter(Number.isFinite));
  const contexts = numbers.map((number) => contextOf(number, numbers, properties));
  const scatter = scatterOf(contexts);
  return contexts.flatMap((context) =>
    spansOf(context).map(([from, to]) =>
      segment(context, from, to, properties, forms, scatter, numbers.length, usualForm, placing, textSize),
    ),
  );
}

/** A number in a line and a column of its own may be in a style of its own. */
const standsAlone = ({ number, peers }: NumberContext) =>
  number.text === null && peers.line.length === 0 && peers.column.length < 3;

function spansOf(context: NumberContext): [number, number][] {
  const { length } = context.number.glyphs;
  const alone = standsAlone(context);
  const spans: [number, number][] = [];
  for (let from = 0; from < length; from++) {
    for (let to = from + 1; to <= Math.min(length, from + MOST_DIGITS); to++) {
      if (!alone || to - from < length) spans.push([from, to]);
    }
  }
  if (length > MOST_DIGITS && !alone) spans.push([0, length]);
  return spans;
}

interface NumberContext {
  readonly number: PrintedNumber;
  readonly peers: Peers;
  /** Median distance between digits that follow each other on the page, in digit heights; NaN where there are none. */
  readonly pitch: number;
  /** Medians of the peers and of the number itself; NaN where there are none. */
  readonly column: Record<Property, number>;
  readonly page: Record<Property, number>;
  readonly own: Record<Property, number>;
}

function contextOf(
  number: PrintedNumber,
  all: readonly PrintedNumber[],
  properties: PageProperties,
): NumberContext {
  const peers = peersOf(number, all);
  const medians = (glyphs: readonly Glyph[]) => {
    const values = glyphs.map((glyph) => properties.of(glyph));
    return Object.fromEntries(
      PROPERTIES.map((property) => [property, median(values.map((value) => value[property]))]),
    ) as Record<Property, number>;
  };
  return {
    number,
    peers,
    pitch: usualPitch(peers.page, number.size),
    column: medians(peers.column),
    page: medians(peers.page),
    own: medians(number.glyphs),
  };
}

type Scatter = Readonly<Record<'column' | 'page', Record<Property, number>>>;

/** How far numbers lie from their peers on this page. */
function scatterOf(contexts: readonly NumberContext[]): Scatter {
  const scatter = (against: 'column' | 'page') =>
    Object.fromEntries(
      PROPERTIES.map((property) => {
        const away = contexts
          .map((context) => Math.abs(context.own[property] - context[against][property]))
          .filter(Number.isFinite);
        return [property, away.length === 0 ? 0 : 1.4826 * median(away)];
      }),
    ) as Record<Property, number>;
  return { column: scatter('column'), page: scatter('page') };
}

function segment(
  context: NumberContext,
  from: number,
  to: number,
  properties: PageProperties,
  forms: ReadonlyMap<Glyph, FormDistance>,
  scatter: Scatter,
  count: number,
  usualForm: number,
  placing: Placing,
  textSize: number,
): Segment {
  const { number, peers, pitch } = context;
  const glyphs = number.glyphs.slice(from, to);
  const rest = [...number.glyphs.slice(0, from), ...number.glyphs.slice(to), ...sameSize(peers.line, number)];
  const features: Record<string, number> = {};
  for (const property of PROPERTIES) {
    const values = glyphs.map((glyph) => properties.of(glyph)[property]);
    const own = mean(values);
    const doubt = mean(glyphs.map((glyph) => properties.doubt(glyph)[property]));
    const one = Math.hypot(properties.within[property], doubt);
    const among = median(rest.map((glyph) => properties.of(glyph)[property]));
    const wobble = 1.4826 * median(rest.map((glyph) => Math.abs(properties.of(glyph)[property] - among)));
    const line = bounded((own - among) / Math.hypot(one, wobble));
    const spread = (more: number) =>
      Math.hypot(more, doubt, properties.within[property] / Math.sqrt(values.length));
    const column = bounded((own - context.column[property]) / spread(scatter.column[property]));
    const page = bounded((own - context.page[property]) / spread(scatter.page[property]));
    const text = againstText(property, own, number, textSize, Math.hypot(one, INK_OF_TEXT));
    const nearest = Math.min(
      ...[line, column, page].filter((_, i) => [rest, peers.column, peers.page][i].length > 0).map(Math.abs),
      ...(Number.isFinite(text) ? [Math.abs(text)] : []),
    );
    Object.assign(features, {
      [`${property}Line`]: Math.abs(line),
      [`${property}Column`]: Math.abs(column),
      [`${property}Sign`]: Math.abs(line) > Math.abs(column) ? line : column,
      [`${property}Page`]: Math.abs(page),
      [`${property}Text`]: Number.isFinite(text) ? Math.abs(text) : 0,
      [`${property}Nearest`]: Number.isFinite(nearest) ? nearest : 0,
      [`${property}Wobble`]: rest.length < 2 ? 0 : wobble,
    });
  }
  Object.assign(features, {
    ...baselineFeatures(glyphs, rest, number, placing),
    ...pitchFeatures(number, from, to, pitch, placing),
    ...formFeatures(glyphs, forms),
    ...localForms(glyphs, [...rest, ...peers.column], usualForm),
    digits: glyphs.length,
    share: glyphs.length / number.glyphs.length,
    rest: Math.min(rest.length, 20),
    column: Math.min(peers.column.length, 60),
    page: Math.min(peers.page.length, 100),
    text: number.text?.characters ?? 0,
    compared: (rest.length > 0 ? 1 : 0) + (peers.column.length > 2 ? 1 : 0) + (number.text ? 1 : 0),
    size: number.size,
    numbers: Math.log(count),
    usualForm,
    baselineNoise: placing.baseline,
    pitchNoise: placing.pitch,
    stroke: properties.within.stroke,
    contrast: properties.within.contrast,
    touching: mean(glyphs.map(({ touching }) => (touching ? 1 : 0))),
    within: properties.within.height,
    scatter: scatter.page.height,
  });
  Object.assign(features, together(features));
  return { number, glyphs, rest, peers, features };
}

/** Logarithm of the digits' height over that of the Chinese characters beside them; NaN where there are none. */
const sizeBesideText = ({ size, text }: PrintedNumber) => Math.log(size / (text?.em ?? Number.NaN));

/** Difference from the letters and Chinese characters of the line; NaN where there are none, or nothing to compare. */
function againstText(
  property: Property,
  own: number,
  { text }: PrintedNumber,
  textSize: number,
  deviation: number,
): number {
  if (!text || property === 'stroke') return Number.NaN;
  const expected = property === 'height' ? Math.log(text.em) + textSize : text[property];
  return Number.isFinite(expected) ? bounded((own - expected) / deviation) : Number.NaN;
}

const sameSize = (glyphs: readonly Glyph[], { size }: PrintedNumber) =>
  glyphs.filter(({ top, bottom }) => Math.abs(Math.log((bottom - top) / size)) < 0.3);

function formFeatures(glyphs: readonly Glyph[], forms: ReadonlyMap<Glyph, FormDistance>) {
  const known = glyphs.flatMap((glyph) => forms.get(glyph) ?? []).filter(({ peers }) => peers > 0);
  const or = (value: number) => (Number.isFinite(value) ? value : 0);
  const relative = known.map((form) => Math.min(MOST, form.relative));
  return {
    form: or(mean(known.map(({ same }) => same))),
    formUsual: or(mean(known.map(({ usual }) => usual))),
    formRelative: or(mean(relative)),
    formMost: Math.max(0, ...relative),
    formLeast: known.length === 0 ? 0 : Math.min(...relative),
    formOther: or(mean(known.map(({ same, other }) => (Number.isFinite(other) ? same / (other + 0.01) : 0)))),
    formWidth: or(Math.abs(mean(known.map(({ width }) => width)))),
    formAny: or(mean(known.map(({ same, other }) => Math.min(same, Number.isFinite(other) ? other : same)))),
    formPeers: or(mean(known.map(({ peers }) => Math.min(30, peers)))),
    formKnown: known.length / glyphs.length,
  };
}

/** Distance to the same digit on its line and in its column, whatever faces the rest of the page is set in. */
function localForms(glyphs: readonly Glyph[], others: readonly Glyph[], usual: number) {
  const found = glyphs.flatMap((glyph) => {
    if (glyph.touching) return [];
    const same = others.filter(
      ({ character, touching }) => !touching && character.text === glyph.character.text,
    );
    const distances = same.map((other) => shapeDistance(glyph.shape, other.shape)).sort((a, b) => a - b);
    return distances.length === 0 ? [] : [mean(distances.slice(0, 2))];
  });
  return {
    localForm: found.length === 0 ? 0 : mean(found),
    localFormRelative: found.length === 0 ? 0 : Math.min(MOST, mean(found) / usual),
    localFormKnown: found.length / glyphs.length,
  };
}

/** All properties taken together: root mean squares of what each says, one alone never saying much. */
function together(features: Readonly<Record<string, number>>) {
  const root = (suffix: string) =>
    Math.sqrt(
      mean(PROPERTIES.map((property) => Math.min(8, Math.abs(features[`${property}${suffix}`]!)) ** 2)),
    );
  const placed = [features.baselineZ!, features.headlineZ!, features.pitchZ!, features.jointZ!];
  const forms = [3 * (features.formRelative! - 1), 3 * (features.localFormRelative! - 1)];
  const nearest = PROPERTIES.map((property) => features[`${property}Nearest`]!);
  const strongest = [...nearest, ...placed, ...forms].sort((a, b) => b - a);
  return {
    allLine: root('Line'),
    allColumn: root('Column'),
    allPage: root('Page'),
    allNearest: root('Nearest'),
    first: strongest[0]!,
    second: strongest[1]!,
    third: strongest[2]!,
  };
}
