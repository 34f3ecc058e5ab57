import type { Colour } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { blurred, press, worn } from '../imprint.ts';
import { letter, likelyFace, settingOf } from '../lettering.ts';
import type { Imprint } from '../seal-picture.ts';
import type { Hardship } from './hardship.ts';

const INKS: readonly Colour[] = [
  [205, 32, 44],
  [184, 22, 30],
  [224, 60, 52],
  [150, 24, 60],
  [36, 56, 140],
  [30, 30, 34],
];

/** Serial numbers in an ink and a face of their own: printed with the form beforehand, or by a clerk's numbering machine. */
export const numbering: Hardship = (page, random) => {
  const tall = Math.sqrt(page.width * page.height) * random.between(0.011, 0.026);
  const number = drawNumber(tall, random);
  const stamped = random.chance(0.5);
  const imprint = stamped ? worn(number, random.between(0.1, 0.6), random) : number;
  // Most stand at the head, on the right.
  const margin = page.width * 0.04 + number.width / 2;
  const centreX = random.chance(0.65)
    ? page.width - margin - page.width * random.between(0, 0.12)
    : margin + (page.width - 2 * margin) * random.next();
  const how = {
    centreX,
    centreY: page.height * (random.chance(0.75) ? random.between(0.03, 0.16) : random.between(0.16, 0.95)),
    angle: stamped ? random.between(-3, 3) : 0,
    strength: random.between(0.75, 1),
    blend: 'multiply',
    noise: 0,
  } as const;
  press(page, blurred(imprint, stamped ? random.between(0.1, 0.25) : 0.05), how, random);
};

function drawNumber(tall: number, random: Random): Imprint {
  const digits = Array.from({ length: random.integer(5, 10) }, () => random.integer(0, 9)).join('');
  const text = `${random.pick(['', '', 'No ', 'No.', 'N° ', 'A', 'GA'])}${digits}`;
  const wide = tall * text.length * random.between(0.55, 0.9);
  const family = likelyFace(text, wide, tall, random.chance(0.5));
  const { width, height, coverage } = letter(text, settingOf(text, family, wide, tall));
  return { width, height, coverage, colour: random.pick(INKS) };
}
