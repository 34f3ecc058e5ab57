import { blurred, press, worn } from '../imprint.ts';
import { drawSealPicture } from '../seal-picture.ts';
import type { Hardship } from './hardship.ts';

/** One or two real stamps over the text: uneven ink that lets the print show through. */
export const stamps: Hardship = (page, random, script) => {
  const shorter = Math.min(page.width, page.height);
  for (let n = random.chance(0.25) ? 2 : 1; n > 0; n--) {
    const sharp = drawSealPicture(shorter * random.between(0.16, 0.4), script, random);
    const imprint = blurred(worn(sharp, random.between(0.35, 1), random), random.between(0.12, 0.25), 2);
    const how = {
      centreX: page.width * random.between(0.2, 0.8),
      centreY: page.height * random.between(0.15, 0.9),
      angle: random.between(-25, 25),
      strength: random.between(0.55, 0.95),
      blend: 'multiply',
      noise: 0,
    } as const;
    press(page, imprint, how, random);
  }
};
