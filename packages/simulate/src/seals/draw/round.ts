import type { SKRSContext2D } from '@napi-rs/canvas';
import type { SealDesign, SealSpec } from '../types.ts';
import { emblem, star } from './marks.ts';
import { ring } from './ring.ts';

/** Draws a round or elliptical seal about the origin; `size` is its width in pixels. */
export function drawRound(context: SKRSContext2D, { design, words }: SealSpec, size: number): void {
  const a = size / 2;
  const b = (a * design.height) / design.width;
  rims(context, design, a, b, size);
  const { title, subtitle, taxNumber } = design;
  const letters = [...words.title];
  const height = title.size * size;
  const inset = title.inset * size + height / 2;
  const along = ring(a - inset, b - inset);
  const share = Math.min(title.spread, ((letters.length - 1) * title.pitch * height) / along.length);
  const pitch = letters.length > 1 ? (share * along.length) / (letters.length - 1) : height;
  context.font = `${height}px ${design.faces.title}`;
  letters.forEach((letter, i) => {
    const { x, y, normal } = along.at(letters.length > 1 ? share * (i / (letters.length - 1) - 0.5) : 0);
    // Long names are set narrow: characters never touch.
    write(context, letter, x, y, normal + Math.PI / 2, Math.min(1, (pitch * 0.94) / height), 1.06);
  });
  if (words.code) codeAlong(context, words.code, design, a, b, size);
  if (design.centre === 'star') star(context, design.centreSize * size, design.cutStar);
  if (design.centre === 'emblem') emblem(context, design.centreSize * size * 1.2);
  if (words.centreText) {
    context.font = `${design.centreSize * size}px ${design.faces.digits}`;
    context.fillText(words.centreText, 0, 0);
  }
  if (words.taxNumber) {
    context.font = `${taxNumber.size * size}px ${design.faces.digits}`;
    // 国家税务总局公告2011年第7号: 18 digits of 1.3 mm each in a seal of 40 mm.
    const narrow = Math.min(1, (0.62 * size) / context.measureText(words.taxNumber).width);
    write(context, words.taxNumber, 0, taxNumber.y * size, 0, narrow, 1);
  }
  if (words.subtitle) {
    context.font = `${subtitle.size * size}px ${design.faces.line}`;
    write(context, words.subtitle, 0, subtitle.y * size, 0, subtitle.stretch, 1);
  }
}

function rims(context: SKRSContext2D, design: SealDesign, a: number, b: number, size: number): void {
  const oval = (outer: number, line: number) => {
    context.lineWidth = line;
    context.beginPath();
    context.ellipse(0, 0, a - outer - line / 2, b - outer - line / 2, 0, 0, 2 * Math.PI);
    context.stroke();
  };
  const { rim, security } = design;
  oval(0, rim.width * size);
  if (rim.inner) oval((rim.width + rim.inner.gap) * size, Math.max(0.7, rim.inner.width * size));
  if (security.sort !== 'wave') return;
  const middle = (rim.width + 0.016) * size;
  const along = ring(a - middle, b - middle);
  context.lineWidth = Math.max(0.6, size * 0.003);
  context.beginPath();
  for (let i = 0; i <= 720; i++) {
    const { x, y, normal } = along.at(i / 720);
    const swing = Math.sin((2 * Math.PI * security.waves * i) / 720) * security.height * size;
    context.lineTo(x + Math.cos(normal) * swing, y + Math.sin(normal) * swing);
  }
  context.stroke();
}

/** Along the lower rim, read from left to right, tops inwards. */
function codeAlong(
  context: SKRSContext2D,
  text: string,
  { code, faces }: SealDesign,
  a: number,
  b: number,
  size: number,
): void {
  const height = code.size * size;
  const inset = code.inset * size + height / 2;
  const along = ring(a - inset, b - inset);
  context.font = `${height * 1.3}px ${faces.digits}`;
  [...text].forEach((digit, i) => {
    const { x, y, normal } = along.at(0.5 - code.spread * (i / (text.length - 1) - 0.5));
    write(context, digit, x, y, normal - Math.PI / 2, 0.9, 1);
  });
}

function write(
  context: SKRSContext2D,
  text: string,
  x: number,
  y: number,
  angle: number,
  wide: number,
  high: number,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.scale(wide, high);
  context.fillText(text, 0, 0);
  context.restore();
}
