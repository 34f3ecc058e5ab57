import { drawNote, drawSignature } from '../handwriting.ts';
import { blurred, press } from '../imprint.ts';
import type { Hardship } from './hardship.ts';

/** What clerks write on papers: a signature, some words in the margin or over the print. */
export const jottings: Hardship = (page, random, script) => {
  const pen = (page.width / 380) * random.between(0.7, 1.5);
  const tall = Math.sqrt(page.width * page.height) * random.between(0.025, 0.055);
  for (let n = random.integer(1, 3); n > 0; n--) {
    const signed = random.chance(0.5);
    const ink = signed
      ? drawSignature(tall * 1.3, pen, script, random)
      : drawNote(tall, page.width * random.between(0.2, 0.55), pen, random);
    const how = {
      centreX: page.width * random.between(0.25, 0.75),
      centreY: page.height * random.between(0.08, 0.95),
      angle: random.between(-9, 5),
      strength: random.between(0.75, 1),
      blend: 'multiply',
      noise: 0,
    } as const;
    press(page, blurred(ink, 0.15), how, random);
  }
};
