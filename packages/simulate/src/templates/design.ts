import type { Random, Seed } from '../random.ts';
import { createRandom } from '../random.ts';
import type { Face } from '../vouchers/sheet.ts';
import { drawPlace } from '../vouchers/wording.ts';
import type { Wording } from './types.ts';
import { WORDINGS } from './wordings/index.ts';

/** How a form is laid out. Lengths in pixels at 150 dpi. */
export interface Layout {
  readonly page: readonly [number, number];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly body: number;
  /** Distance of baselines in sizes of the body. */
  readonly leading: number;
  readonly title: number;
  readonly titleSpacing: number;
  readonly titlePlace: 'left' | 'centre';
  readonly issuerPlace: 'above' | 'below' | 'foot';
  readonly style: 'lines' | 'boxed';
  readonly columns: 1 | 2 | 3;
  /** Order of the labels. */
  readonly order: readonly number[];
  readonly colon: '：' | ':' | '';
  readonly underlined: boolean;
  readonly ruled: boolean;
  readonly statementFirst: boolean;
  readonly closingPlace: 'left' | 'right' | 'spread';
  readonly notesPlace: 'foot' | 'after';
  readonly notes: number;
  readonly logo: 'left' | 'right' | 'none';
  readonly labelFace: Face;
  readonly valueFace: Face;
  readonly titleFace: Face;
  readonly seal: readonly [number, number];
}

/** A form of one issuer in one layout. */
export interface TemplateDesign {
  readonly id: string;
  readonly wording: Wording;
  readonly issuer: string;
  readonly layout: Layout;
}

export interface DesignOptions {
  readonly seed: Seed;
  readonly count: number;
  /** Which forms and faces: what is reported shares neither with what is tuned on. */
  readonly pool: 'tuning' | 'reported';
}

const FACES: Readonly<Record<DesignOptions['pool'], readonly (readonly [Face, Face])[]>> = {
  tuning: [
    ['sans', 'sans-bold'],
    ['sans-bold', 'sans-bold'],
  ],
  reported: [
    ['serif', 'serif-bold'],
    ['serif-bold', 'serif-bold'],
  ],
};

function drawLayout(wording: Wording, pool: DesignOptions['pool'], random: Random): Layout {
  const [labelFace, titleFace] = random.pick(FACES[pool]);
  return {
    page: random.pick([
      [1240, 1754],
      [1240, 1754],
      [1240, 1600],
      [1500, 1100],
    ] as const),
    left: 70 + 30 * random.integer(0, 4),
    right: 70 + 30 * random.integer(0, 4),
    top: 110 + 30 * random.integer(0, 4),
    body: random.pick([24, 26, 28, 30, 32]),
    leading: random.pick([1.6, 1.85, 2.1, 2.4]),
    title: random.pick([38, 44, 50, 58]),
    titleSpacing: random.pick([0, 0, 8, 20]),
    titlePlace: random.chance(0.85) ? 'centre' : 'left',
    issuerPlace: random.pick(['above', 'above', 'below', 'foot']),
    style: random.chance(0.6) ? 'lines' : 'boxed',
    columns: random.pick([1, 2, 2, 3]),
    order: random.shuffle(wording.labels.map((_, i) => i)),
    colon: random.pick(['：', '：', ':', '']),
    underlined: random.chance(0.4),
    ruled: random.chance(0.6),
    statementFirst: random.chance(0.4),
    closingPlace: random.pick(['left', 'right', 'spread']),
    notesPlace: random.pick(['foot', 'foot', 'after']),
    notes: random.pick([18, 20, 24]),
    logo: random.pick(['left', 'right', 'none', 'none']),
    labelFace,
    valueFace: random.pick(FACES[pool])[0],
    titleFace,
    seal: [random.integer(-120, 120), random.integer(-50, 30)],
  };
}

const other = <T>(random: Random, all: readonly T[], now: T): T =>
  random.pick(all.filter((one) => one !== now));

/** Two neighbours of the labels' order exchanged. */
function swapped(order: readonly number[], random: Random): number[] {
  const out = [...order];
  const i = random.integer(0, out.length - 2);
  [out[i], out[i + 1]] = [out[i + 1]!, out[i]!];
  return out;
}

/** A layout by the same hand: one thing in another order or place, two of another size. */
function cousin(layout: Layout, random: Random): Layout {
  const structure: readonly (() => Partial<Layout>)[] = [
    () => ({ columns: other(random, [1, 2, 3] as const, layout.columns) }),
    () => ({ order: swapped(swapped(layout.order, random), random) }),
    () => ({ closingPlace: other(random, ['left', 'right', 'spread'] as const, layout.closingPlace) }),
    () => ({ issuerPlace: other(random, ['above', 'below', 'foot'] as const, layout.issuerPlace) }),
  ];
  const sizes: readonly (() => Partial<Layout>)[] = [
    () => ({ leading: other(random, [1.6, 1.85, 2.1, 2.4], layout.leading) }),
    () => ({ body: other(random, [24, 26, 28, 30, 32], layout.body) }),
    () => ({ title: other(random, [38, 44, 50, 58], layout.title) }),
    () => ({ style: other(random, ['lines', 'boxed'] as const, layout.style) }),
    () => ({ left: layout.left + 90, top: layout.top + 60 }),
  ];
  const changes = [random.pick(structure), ...random.shuffle(sizes).slice(0, 2)];
  return Object.assign({}, layout, ...changes.map((change) => change()));
}

/** What tells templates of one wording apart for sure; sizes alone a capture may change. */
const structureOf = ({ order, columns, closingPlace, issuerPlace, titlePlace }: Layout): string =>
  JSON.stringify([order, columns, closingPlace, issuerPlace, titlePlace]);

/** Layouts of one wording by one issuer. */
const SIBLINGS = 4;
/** Layouts of one wording. */
const FAMILY = 10;

/**
 * Templates, ten of each wording before the next begins: by several issuers, in up to four layouts of one issuer, of which two
 * are changed only in places. That is the hard case: the words are the same, the page is not. No two of one wording have the
 * same structure: order and columns of labels, places of issuer, title and closing lines.
 */
export function designTemplates({ seed, count, pool }: DesignOptions): TemplateDesign[] {
  const forms = WORDINGS[pool];
  const designs: TemplateDesign[] = [];
  for (let i = 0; i < count; i++) {
    const wording = forms[Math.floor(i / FAMILY) % forms.length]!;
    const family = i % FAMILY;
    const issuing = createRandom(seed, pool, 'issuer', i - family, Math.floor(family / SIBLINGS));
    const place = drawPlace(issuing);
    const issuer = `${place.city}${place.county}${issuing.pick(wording.issuers)}`;
    const random = createRandom(seed, pool, 'layout', i);
    const elder = designs.at(-1);
    const kin = family % SIBLINGS >= 2 && elder?.wording === wording;
    const taken = new Set(
      designs.flatMap((design) => (design.wording === wording ? [structureOf(design.layout)] : [])),
    );
    let layout: Layout;
    do layout = kin ? cousin(elder.layout, random) : drawLayout(wording, pool, random);
    while (taken.has(structureOf(layout)));
    designs.push({ id: `${pool}-${i}`, wording, issuer, layout });
  }
  return designs;
}
