import type { Colour } from '../picture.ts';
import type { Random } from '../random.ts';
import type { SealColour, SealMaker } from './types.ts';

export type InkColour = Exclude<SealColour, 'grey'>;

/** Pads of cinnabar paste, red oil, faded red; blue and purple oil. */
const PADS: Readonly<Record<InkColour, readonly Colour[]>> = {
  red: [
    [203, 44, 38],
    [214, 34, 52],
    [188, 30, 40],
    [222, 58, 62],
    [170, 36, 44],
    [205, 40, 78],
  ],
  blue: [
    [42, 62, 152],
    [30, 78, 168],
    [58, 70, 130],
    [24, 52, 120],
  ],
  purple: [
    [112, 52, 142],
    [96, 44, 120],
    [130, 66, 150],
  ],
};
/** What programs offer first. */
const FLAT: Readonly<Record<InkColour, readonly Colour[]>> = {
  red: [
    [255, 0, 0],
    [237, 28, 36],
    [230, 0, 18],
    [214, 28, 36],
    [229, 40, 44],
    [200, 22, 40],
  ],
  blue: [
    [0, 0, 255],
    [34, 62, 160],
    [0, 84, 166],
  ],
  purple: [
    [128, 0, 128],
    [102, 45, 145],
  ],
};

export const drawInkColour = (maker: SealMaker, random: Random): InkColour =>
  maker === 'esign' ? 'red' : random.weighted({ red: 0.8, blue: 0.13, purple: 0.07 });

/** An ink's or a layer's colour, a little different every time. */
export function drawColour(colour: InkColour, maker: SealMaker, random: Random): Colour {
  const flat = maker === 'tool' || maker === 'esign';
  const [r, g, b] = random.pick((flat ? FLAT : PADS)[colour]);
  if (maker === 'esign' || (flat && random.chance(0.5))) return [r, g, b];
  const jitter = () => random.between(-11, 11);
  const within = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
  return [within(r + jitter()), within(g + jitter()), within(b + jitter())];
}
