import { type Besides, besidesOf } from './beside.ts';
import { evennessFeatures } from './evenness.ts';
import { type FormDistance, formDistances, formFeatures, localForms } from './forms.ts';
import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { type Peers, peersOf } from './peers.ts';
import { baselineFeatures, type Placing, pitchFeatures, placingOf, usualPitch } from './placing.ts';
import {
  type PageProperties,
  PROPERTIES,
  type Property,
  pageProperties,
  propertiesBy,
} from './properties.ts';
import { mean, median } from './robust.ts';

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

const bounded = (value: number) => (Number.isFinite(value) ? Math.max(-MOST, Math.min(MOST, value)) : 0);

/** All segments of a page; none where it bears no numbers. */
export function segmentsOf(numbers: readonly PrintedNumber[]): Segment[] {
  const properties = pageProperties(numbers);
  const forms = formDistances(numbers);
  const usualForm =
    FORM_FLOOR + (median([...forms.values()].map(({ same }) => same).filter(Number.isFinite)) || 0);
  const placing = placingOf(numbers);
  const besides = besidesOf(numbers, properties, placing);
  const contexts = numbers.map((number) => contextOf(number, numbers, properties));
  const scatter = scatterOf(contexts);
  const facts = factsOf(numbers);
  return contexts.flatMap((context) =>
    spansOf(context).map(([from, to]) =>
      segment(context, from, to, properties, forms, scatter, facts, usualForm, placing, besides),
    ),
  );
}

interface PageFacts {
  readonly count: number;
  /** Share of the digits read that could not be measured: much in handwriting and broken print. */
  readonly missing: number;
  /** Median height of digits, pixels. */
  readonly size: number;
}

function factsOf(numbers: readonly PrintedNumber[]): PageFacts {
  const missing = numbers.reduce((sum, number) => sum + number.missing, 0);
  const measured = numbers.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  return {
    count: numbers.length,
    missing: missing / Math.max(1, missing + measured),
    size: median(numbers.map(({ size }) => size)) || 0,
  };
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
  page: PageFacts,
  usualForm: number,
  placing: Placing,
  besides: Besides,
): Segment {
  const { number, peers, pitch } = context;
  const glyphs = number.glyphs.slice(from, to);
  const rest = [...number.glyphs.slice(0, from), ...number.glyphs.slice(to), ...sameSize(peers.line, number)];
  const features: Record<string, number> = {};
  const doubts = glyphs.map((glyph) => properties.doubt(glyph));
  const beside = besides(
    number,
    from,
    to,
    propertiesBy((property) =>
      Math.hypot(properties.within[property], mean(doubts.map((doubt) => doubt[property]))),
    ),
  );
  for (const property of PROPERTIES) {
    const values = glyphs.map((glyph) => properties.of(glyph)[property]);
    const own = mean(values);
    const doubt = mean(doubts.map((own) => own[property]));
    const one = Math.hypot(properties.within[property], doubt);
    const among = median(rest.map((glyph) => properties.of(glyph)[property]));
    const wobble = 1.4826 * median(rest.map((glyph) => Math.abs(properties.of(glyph)[property] - among)));
    const line = bounded((own - among) / Math.hypot(one, wobble));
    const spread = (more: number) =>
      Math.hypot(more, doubt, properties.within[property] / Math.sqrt(values.length));
    const column = bounded((own - context.column[property]) / spread(scatter.column[property]));
    const page = bounded((own - context.page[property]) / spread(scatter.page[property]));
    const text = beside[property];
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
    ...gapFeatures(beside),
    ...evennessFeatures(number, from, to, properties, placing),
    ...formFeatures(glyphs, forms),
    ...localForms(glyphs, [...rest, ...peers.column], usualForm),
    digits: glyphs.length,
    share: glyphs.length / number.glyphs.length,
    rest: Math.min(rest.length, 20),
    column: Math.min(peers.column.length, 60),
    page: Math.min(peers.page.length, 100),
    text: number.text?.glyphs.length ?? 0,
    compared: (rest.length > 0 ? 1 : 0) + (peers.column.length > 2 ? 1 : 0) + (number.text ? 1 : 0),
    size: number.size,
    numbers: Math.log(page.count),
    missing: number.missing / (number.missing + number.glyphs.length),
    pageMissing: page.missing,
    pageSize: page.size,
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

const orNone = (value: number) => (Number.isFinite(value) ? Math.abs(value) : 0);

/** Base line and white against the line's text. */
const gapFeatures = ({ foot, before, after }: ReturnType<Besides>) => ({
  footText: orNone(foot),
  gapText: Math.max(orNone(before), orNone(after)),
});

const sameSize = (glyphs: readonly Glyph[], { size }: PrintedNumber) =>
  glyphs.filter(({ top, bottom }) => Math.abs(Math.log((bottom - top) / size)) < 0.3);

/** All properties taken together: root mean squares of what each says, one alone never saying much. */
function together(features: Readonly<Record<string, number>>) {
  const root = (suffix: string) =>
    Math.sqrt(
      mean(PROPERTIES.map((property) => Math.min(8, Math.abs(features[`${property}${suffix}`]!)) ** 2)),
    );
  const placed = [
    features.footText!,
    features.baselineZ!,
    features.headlineZ!,
    features.pitchZ!,
    features.jointZ!,
  ];
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
