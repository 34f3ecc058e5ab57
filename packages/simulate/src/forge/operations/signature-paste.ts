import { type Box, clamp, grow, type Picture, union } from '../../picture.ts';
import { normalSource, type Random } from '../../random.ts';
import { drawCare } from '../care.ts';
import { drawSignature } from '../handwriting.ts';
import { blurred, press, worn } from '../imprint.ts';
import { paperAround } from '../paper.ts';
import { paste } from '../paste.ts';
import { blankPlace } from '../places.ts';
import type { Imprint } from '../seal-picture.ts';
import type { Edit, Scene } from './scene.ts';

/** A handwritten name laid on: freed of its paper, or with a scrap of the paper that it was written on. */
export const signaturePaste: Edit = (scene) => {
  const { page, picture, ink, script, random, target, parameters } = scene;
  const { care } = drawCare(random);
  // Strokes, closed, fill about a third of their box, which is about three times as wide as tall.
  const tall = Math.sqrt((Math.min(target, 0.012 * page.width * page.height) * random.between(3, 6)) / 3);
  const pen = Math.max(1.4, page.width / 380) * random.between(0.8, 1.7);
  const signature = drawSignature(clamp(tall, 24, 0.12 * page.height), pen, script, random);
  const { place, blank } = signaturePlace(scene, signature, random);
  // A scrap that hides print gives itself away.
  const scrap = blank && random.chance(care === 'careless' ? 0.5 : 0.15);
  Object.assign(parameters, { care, scrap });
  if (scrap) return [layScrap(scene, signature, place, care !== 'careless')];
  let laid = care === 'careless' ? signature : worn(signature, random.between(0.1, 0.4), random);
  if (care !== 'careless') laid = blurred(laid, random.between(0.12, 0.22), care === 'careful' ? 2 : 1);
  return [
    press(
      page,
      laid,
      {
        centreX: place.x + place.width / 2,
        centreY: place.y + place.height / 2,
        angle: random.between(-7, 4),
        strength: random.between(0.8, 1),
        blend: random.chance(0.6) ? 'multiply' : 'alpha',
        noise: care === 'careful' ? paperAround(picture, ink, place).noise : 0,
      },
      random,
    ),
  ];
};

/** On blank paper in the lower part where there is some; else over what stands there. */
function signaturePlace(
  { page, ink, units }: Scene,
  size: { width: number; height: number },
  random: Random,
): { place: Box; blank: boolean } {
  const { width, height } = size;
  const text = units.length > 0 ? union(units.map((unit) => unit.box)) : { x: 0, y: 0, ...page };
  const low = units.filter((unit) => unit.box.y > text.y + 0.5 * text.height);
  const found = blankPlace(ink, low, { width, height }, [], random);
  if (found) return { place: found, blank: true };
  const x = text.x + random.between(0, Math.max(0, text.width - width));
  const y = text.y + text.height * random.between(0.6, 1) - height / 2;
  const place = {
    x: Math.round(clamp(x, 2, Math.max(2, page.width - width - 2))),
    y: Math.round(clamp(y, 2, Math.max(2, page.height - height - 2))),
    width,
    height,
  };
  return { place, blank: false };
}

/** The signature with its own paper about it, lit and noised otherwise; `toned`: brought to this page's light. */
function layScrap(
  { page, picture, ink, random }: Scene,
  signature: Imprint,
  place: Box,
  toned: boolean,
): Box {
  const size = grow({ ...place, x: 0, y: 0 }, 0, { width: 1e6, height: 1e6 });
  const { width, height } = size;
  const here = paperAround(picture, ink, place).colour;
  const paper = toned ? here : ([0, 1, 2].map(() => random.between(225, 252)) as [number, number, number]);
  const normal = normalSource(random);
  const noise = random.between(0.5, 2.5);
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) =>
    clamp(Math.round(paper[i % 3]! + normal() * noise), 0, 255),
  );
  const scrap: Picture = { width, height, rgb };
  press(
    scrap,
    blurred(signature, 0.18),
    { centreX: width / 2, centreY: height / 2, angle: 0, strength: 0.95, blend: 'multiply', noise },
    random,
  );
  return paste(page, scrap, {
    centreX: place.x + width / 2,
    centreY: place.y + height / 2,
    scaleX: 1,
    scaleY: 1,
    angle: random.between(-3, 3),
    feather: toned ? 4 : 0,
    gain: [1, 1, 1],
    blend: 'cover',
  });
}
