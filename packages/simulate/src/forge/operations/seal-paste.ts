import { type Box, clamp, union } from '../../picture.ts';
import type { Random } from '../../random.ts';
import { drawCare } from '../care.ts';
import { blurred, press, worn } from '../imprint.ts';
import { paperAround } from '../paper.ts';
import { drawSealPicture } from '../seal-picture.ts';
import type { Edit, Scene } from './scene.ts';

/** A picture of a seal laid on: flat as a generator draws it, or touched up to look printed. */
export const sealPaste: Edit = (scene) => {
  const { page, picture, ink, script, random, parameters } = scene;
  const { care } = drawCare(random);
  const shorter = Math.min(page.width, page.height);
  // Ink, closed, fills about half of the square about a seal.
  const pixels = Math.sqrt((random.between(1, 2.2) * scene.target) / 0.5);
  const imprint = drawSealPicture(clamp(pixels, 0.11 * shorter, 0.33 * shorter), script, random);
  const { shape } = imprint;
  const place = sealPlace(scene, imprint, random);
  const paper = paperAround(picture, ink, place);
  const blend = random.chance(care === 'careless' ? 0.25 : 0.75) ? 'multiply' : 'alpha';
  // Half of the touched-up ones are seals photographed elsewhere and freed of their paper.
  const wear = care === 'careless' ? 0 : random.chance(0.5) ? random.between(0.3, 0.9) : 0;
  let laid = wear > 0 ? worn(imprint, wear, random) : imprint;
  if (care !== 'careless') laid = blurred(laid, 0.2, care === 'careful' ? 2 : 1);
  const strength = care === 'careless' ? random.between(0.85, 1) : random.between(0.6, 0.92);
  const noise = care === 'careful' ? paper.noise : 0;
  Object.assign(parameters, { care, shape, blend, wear, strength });
  return [
    press(
      page,
      laid,
      {
        centreX: place.x + place.width / 2,
        centreY: place.y + place.height / 2,
        angle: care === 'careless' ? 0 : random.between(-14, 14),
        strength,
        blend,
        noise,
      },
      random,
    ),
  ];
};

/** Near the foot of the text and over some of it, as on signed papers; on the page as a whole. */
function sealPlace({ page, units }: Scene, size: { width: number; height: number }, random: Random): Box {
  const text = units.length > 0 ? union(units.map((unit) => unit.box)) : { x: 0, y: 0, ...page };
  const x = text.x + text.width * random.between(0.25, 0.9) - size.width / 2;
  const y =
    text.y +
    text.height * (random.chance(0.65) ? random.between(0.65, 1) : random.between(0.1, 0.7)) -
    size.height / 2;
  return {
    x: Math.round(clamp(x, 2, Math.max(2, page.width - size.width - 2))),
    y: Math.round(clamp(y, 2, Math.max(2, page.height - size.height - 2))),
    width: size.width,
    height: size.height,
  };
}
