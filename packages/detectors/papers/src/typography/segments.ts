import { type FormDistance, formDistances } from './forms.ts';
import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { lineSlopes, type Peers, peersOf, slopeNear } from './peers.ts';
import { type PageProperties, PROPERTIES, type Property, pageProperties } from './properties.ts';
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

const bounded = (value: number) => (Number.isFinite(value) ? Math.max(-MOST, Math.min(MOST, value)) : 0);

/** All segments of a page; none where it bears no numbers. */
export function segmentsOf(numbers: readonly PrintedNumber[]): Segment[] {
  const properties = pageProperties(numbers);
  const forms = formDistances(numbers);
  const slopes = lineSlopes(numbers);
  const contexts = numbers.map((number) => contextOf(number, numbers, properties, slopeNear(number, slopes)));
  const scatter = scatterOf(contexts);
  return contexts.flatMap((context) =>
    spansOf(context.number.glyphs.length).map(([from, to]) =>
      segment(context, from, to, properties, forms, scatter, numbers.length),
    ),
  );
}

function spansOf(length: number): [number, number][] {
  const spans: [number, number][] = [];
  for (let from = 0; from < length; from++) {
    for (let to = from + 1; to <= Math.min(length, from + MOST_DIGITS); to++) spans.push([from, to]);
  }
  if (length > MOST_DIGITS) spans.push([0, length]);
  return spans;
}

interface NumberContext {
  readonly number: PrintedNumber;
  readonly peers: Peers;
  readonly slope: number;
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
  slope: number,
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
    slope,
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
): Segment {
  const { number, peers } = context;
  const glyphs = number.glyphs.slice(from, to);
  const rest = [...number.glyphs.slice(0, from), ...number.glyphs.slice(to), ...sameSize(peers.line, number)];
  const features: Record<string, number> = {};
  for (const property of PROPERTIES) {
    const values = glyphs.map((glyph) => properties.of(glyph)[property]);
    const own = mean(values);
    const one = properties.within[property];
    const among = median(rest.map((glyph) => properties.of(glyph)[property]));
    const line = bounded((own - among) / one);
    const spread = (more: number) => Math.hypot(more, one / Math.sqrt(values.length));
    const column = bounded((own - context.column[property]) / spread(scatter.column[property]));
    const page = bounded((own - context.page[property]) / spread(scatter.page[property]));
    const nearest = Math.min(
      ...[line, column, page].filter((_, i) => [rest, peers.column, peers.page][i].length > 0).map(Math.abs),
    );
    Object.assign(features, {
      [`${property}Line`]: property === 'contrast' || property === 'sharpness' ? line : Math.abs(line),
      [`${property}Column`]: property === 'contrast' || property === 'sharpness' ? column : Math.abs(column),
      [`${property}Page`]: Math.abs(page),
      [`${property}Nearest`]: Number.isFinite(nearest) ? nearest : 0,
    });
  }
  Object.assign(features, {
    ...baselineFeatures(glyphs, rest, context),
    ...pitchFeatures(context, from, to),
    ...formFeatures(glyphs, forms),
    digits: glyphs.length,
    share: glyphs.length / number.glyphs.length,
    rest: Math.min(rest.length, 20),
    column: Math.min(peers.column.length, 60),
    page: Math.min(peers.page.length, 100),
    size: number.size,
    numbers: Math.log(count),
    touching: mean(glyphs.map(({ touching }) => (touching ? 1 : 0))),
    within: properties.within.height,
    scatter: scatter.page.height,
    confidence: Math.min(...glyphs.map(({ character }) => character.confidence)),
  });
  return { number, glyphs, rest, peers, features };
}

const sameSize = (glyphs: readonly Glyph[], { size }: PrintedNumber) =>
  glyphs.filter(({ top, bottom }) => Math.abs(Math.log((bottom - top) / size)) < 0.3);

/** Base lines in digit heights. */
function baselineFeatures(
  glyphs: readonly Glyph[],
  rest: readonly Glyph[],
  { number, slope }: NumberContext,
) {
  const foot = ({ left, right, bottom }: Glyph) => bottom - (slope * (left + right)) / 2;
  const head = ({ left, right, top }: Glyph) => top - (slope * (left + right)) / 2;
  const away = (at: (glyph: Glyph) => number) => (mean(glyphs.map(at)) - median(rest.map(at))) / number.size;
  const scatter = (at: (glyph: Glyph) => number) => {
    const middle = median(rest.map(at));
    return median(rest.map((glyph) => Math.abs(at(glyph) - middle))) / number.size;
  };
  const tight = (value: number) => (Number.isFinite(value) ? Math.max(-0.5, Math.min(0.5, value)) : 0);
  return {
    baseline: Math.abs(tight(away(foot))),
    baselineScatter: tight(scatter(foot)),
    headline: Math.abs(tight(away(head))),
  };
}

const centre = ({ left, right }: Glyph) => (left + right) / 2;

function usualPitch(glyphs: readonly Glyph[], size: number): number {
  const steps: number[] = [];
  for (let i = 1; i < glyphs.length; i++) {
    const [a, b] = [glyphs[i - 1], glyphs[i]];
    const step = (centre(b) - centre(a)) / size;
    if (Math.abs(a.bottom - b.bottom) < 0.3 * size && step > 0.2 && step < 1) steps.push(step);
  }
  return median(steps);
}

/** Distances between digits that follow each other, in digit heights, against those of the number's peers. */
function pitchFeatures({ number, pitch }: NumberContext, from: number, to: number) {
  const step = (i: number) => (centre(number.glyphs[i]) - centre(number.glyphs[i - 1])) / number.size;
  const steps = (first: number, last: number) => {
    const found: number[] = [];
    for (let i = Math.max(1, first); i < last; i++) if (number.adjacent[i]) found.push(step(i));
    return found;
  };
  const inner = steps(from + 1, to);
  const outer = [...steps(1, from), ...steps(to + 1, number.glyphs.length)];
  const joints = [...steps(from, from + 1), ...(to < number.glyphs.length ? steps(to, to + 1) : [])];
  const away = (values: readonly number[], from: number) =>
    values.length === 0 || !Number.isFinite(from) ? 0 : Math.max(-0.4, Math.min(0.4, mean(values) - from));
  return {
    pitchLine: Math.abs(away(inner, median(outer))),
    pitchPage: Math.abs(away(inner, pitch)),
    jointLine: Math.max(0, ...joints.map((joint) => Math.abs(away([joint], median(outer))))),
    jointPage: Math.max(0, ...joints.map((joint) => Math.abs(away([joint], pitch)))),
  };
}

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
    formPeers: or(mean(known.map(({ peers }) => Math.min(30, peers)))),
    formKnown: known.length / glyphs.length,
  };
}
