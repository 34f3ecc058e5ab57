import { chineseFont, latinFont } from '../fonts.ts';
import type { Eraser } from '../forge/inpaint.ts';
import { likelyFace, settingOf } from '../forge/lettering.ts';
import type { Random } from '../random.ts';
import type { Figure, PageNumber } from './numbers.ts';

/** By what the retyped figures differ from those about them. */
export const DEVIATIONS = [
  'face',
  'likely-face',
  'careless',
  'size',
  'weight',
  'ink',
  'baseline',
  'spacing',
] as const;
export type Deviation = (typeof DEVIATIONS)[number];

/** Faces that forgers type in: those that models are fitted on, others that they never saw, or a list of CSS families in quotes. */
export type Wardrobe = 'tuning' | 'held' | readonly string[];

const latin = (name: string, weight: number) => `"${latinFont({ name, weight })}"`;
const FACES: Record<'tuning' | 'held', () => readonly string[]> = {
  tuning: () => [
    latin('arimo', 400),
    latin('arimo', 700),
    latin('cousine', 400),
    `"${chineseFont('sans')}"`,
    `"${chineseFont('serif')}"`,
  ],
  held: () => [
    latin('tinos', 400),
    latin('tinos', 700),
    latin('cousine', 700),
    `"${chineseFont('kai')}"`,
    `"${chineseFont('serif-bold')}"`,
  ],
};

export interface Style {
  readonly deviation: Deviation;
  readonly family: string;
  /** Factor of the size that would fill the old figures' height. */
  readonly size: number;
  /** Pixels an em below the old baseline. */
  readonly drop: number;
  /** Ems between characters beyond the face's own. */
  readonly spacing: number;
  /** Share of the old ink's contrast, and what is added to red, green and blue. */
  readonly contrast: number;
  readonly tint: readonly [number, number, number];
  readonly eraser: Eraser;
  /** Softened and noised like the page. */
  readonly matched: boolean;
}

const WEIGHTS: Record<Deviation, number> = {
  face: 0.26,
  'likely-face': 0.14,
  careless: 0.18,
  size: 0.1,
  weight: 0.09,
  ink: 0.09,
  baseline: 0.08,
  spacing: 0.06,
};

const eitherWay = (random: Random, low: number, high: number) =>
  random.between(low, high) * (random.chance(0.5) ? 1 : -1);

export function drawStyle(number: PageNumber, wardrobe: Wardrobe, random: Random): Style {
  const deviation = random.weighted(WEIGHTS);
  const { figures, family } = number;
  const digit = figures.find(({ text }) => text !== '1') ?? figures[0]!;
  const { width, height } = digit.box;
  const likely = (bold: boolean) => likelyFace(digit.text, width, height, bold, family ? 'chinese' : 'latin');
  const own = family ?? likely(false);
  const worn = typeof wardrobe === 'string' ? FACES[wardrobe]() : wardrobe;
  const others = worn.filter((face) => !own.startsWith(face));
  const plain: Style = {
    deviation,
    family: own,
    size: random.between(0.985, 1.015),
    drop: random.between(-0.01, 0.01),
    spacing: 0,
    contrast: random.between(0.96, 1.04),
    tint: [0, 0, 0],
    eraser: random.weighted({ flat: 0.2, noise: 0.4, diffusion: 0.2, clone: 0.2 }),
    matched: random.chance(0.6),
  };
  switch (deviation) {
    case 'face':
      return { ...plain, family: random.pick(others) };
    case 'likely-face':
      return { ...plain, family: family ? nearest(others, digit) : likely(random.chance(0.3)) };
    case 'careless':
      return {
        ...plain,
        family: random.pick(others),
        size: 1 + eitherWay(random, 0.03, 0.12),
        drop: eitherWay(random, 0, 0.08),
        contrast: random.between(0.7, 1.25),
        matched: false,
      };
    case 'size':
      return { ...plain, size: 1 + eitherWay(random, 0.06, 0.15) };
    case 'weight':
      return { ...plain, family: otherWeight(own) ?? likely(true) };
    case 'ink':
      return random.chance(0.5)
        ? { ...plain, contrast: random.between(0.6, 0.8) }
        : {
            ...plain,
            tint: random.pick([
              [0, 10, 60],
              [50, 5, 0],
              [30, 30, 30],
            ] as const),
          };
    case 'baseline':
      return { ...plain, drop: eitherWay(random, 0.07, 0.16) };
    case 'spacing':
      return { ...plain, spacing: eitherWay(random, 0.05, 0.13) };
  }
}

/** The face that need be stretched least to fill the figure's box. */
function nearest(families: readonly string[], { text, box }: Figure): string {
  const miss = (family: string) =>
    Math.abs(Math.log(settingOf(text, family, box.width, box.height, 0.9).stretch));
  return families.reduce((best, family) => (miss(family) < miss(best) ? family : best));
}

/** The same face regular for bold and bold for regular; null where there is none. */
function otherWeight(family: string): string | null {
  const pairs = [
    ...['arimo', 'tinos', 'cousine'].map((name) => [latin(name, 400), latin(name, 700)] as const),
    [`"${chineseFont('sans')}"`, `"${chineseFont('sans-bold')}"`] as const,
    [`"${chineseFont('serif')}"`, `"${chineseFont('serif-bold')}"`] as const,
  ];
  for (const [regular, bold] of pairs) {
    if (family.startsWith(regular)) return bold;
    if (family.startsWith(bold)) return regular;
  }
  return null;
}
