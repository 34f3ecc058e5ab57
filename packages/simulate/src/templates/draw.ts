import type { Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import { stamp } from '../vouchers/seal.ts';
import { createSheet, family, type Sheet } from '../vouchers/sheet.ts';
import type { LogoPlace, TemplatePage } from './types.ts';

/** The page as a picture, character by character at its place. @param random of the seal's ink @param sealed with the page's own seal */
export function drawTemplatePage(page: TemplatePage, random: Random, sealed = true): Picture {
  const { width, height } = page;
  const sheet = createSheet(width, height, page.paper);
  const { context } = sheet;
  for (const { x1, y1, x2, y2, thick } of page.rules) sheet.rule(x1, y1, x2, y2, thick);
  if (page.logo) logo(sheet, page.logo);
  for (const { text, x, y, face, size, colour, stops } of page.texts) {
    context.font = `${size}px ${family(face)}`;
    context.fillStyle = colour;
    [...text].forEach((character, i) => {
      context.fillText(character, x + stops[i]!, y);
    });
  }
  if (sealed)
    stamp(sheet, { ring: page.seal.ring, diameter: page.seal.diameter }, page.seal.x, page.seal.y, random);
  for (const put of sheet.seals) put();
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) rgb.set(data.subarray(i, i + 3), j);
  return { width, height, rgb };
}

function logo({ context }: Sheet, { x, y, size, shape, colour }: LogoPlace): void {
  const r = size / 2;
  context.fillStyle = colour;
  context.beginPath();
  if (shape === 0) context.arc(x + r, y + r, r, 0, 2 * Math.PI);
  else if (shape === 1) context.rect(x, y + size * 0.15, size, size * 0.7);
  else {
    context.moveTo(x + r, y);
    context.lineTo(x + size, y + size);
    context.lineTo(x, y + size);
    context.closePath();
  }
  context.fill();
  context.fillStyle = '#fff';
  context.fillRect(x + r * 0.85, y + r * 0.6, r * 0.3, r);
  context.fillRect(x + r * 0.5, y + r, r, r * 0.3);
}
