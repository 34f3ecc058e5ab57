import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { chineseFont, latinFont } from '../fonts.ts';
import type { Colour } from '../picture.ts';
import type { Random } from '../random.ts';
import { digits, drawCompany, drawPerson } from '../vouchers/wording.ts';
import type { Script } from './types.ts';

/** Ink on clear ground: coverage 0–1 a pixel, row-major, in one colour. */
export interface Imprint {
  readonly width: number;
  readonly height: number;
  readonly coverage: Float32Array;
  readonly colour: Colour;
}

export type SealShape = 'round' | 'ellipse' | 'square' | 'box';

const FOOTS = ['财务专用章', '合同专用章', '业务专用章', '发票专用章', '人事专用章', ''];
const LATIN_RINGS = [
  'SUNRISE TRADING SDN BHD',
  'GOLDEN STAR ENTERPRISE',
  'PACIFIC HARDWARE CO. LTD',
  'UNITED FINANCE BERHAD',
  'METRO MEDICAL CENTRE',
];
const LATIN_WORDS = ['PAID', 'APPROVED', 'RECEIVED', 'CERTIFIED', 'CANCELLED', 'VERIFIED'];
const REDS: readonly Colour[] = [
  [214, 28, 36],
  [229, 40, 44],
  [190, 30, 45],
  [237, 28, 36],
  [200, 22, 60],
];
const BLUES: readonly Colour[] = [
  [34, 62, 160],
  [52, 72, 175],
  [28, 45, 120],
];

/** A seal drawn sharp and in one flat colour, as a seal generator draws it; the longer side is about `size` pixels. */
export function drawSealPicture(
  size: number,
  script: Script,
  random: Random,
): Imprint & { shape: SealShape } {
  const shape: SealShape = random.weighted(
    script === 'chinese'
      ? { round: 0.6, ellipse: 0.2, square: 0.15, box: 0.05 }
      : { round: 0.35, ellipse: 0.2, square: 0, box: 0.45 },
  );
  const width = Math.round(size);
  const height = Math.round(
    size *
      { round: 1, ellipse: random.between(0.66, 0.76), square: 1, box: random.between(0.3, 0.45) }[shape],
  );
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.translate(width / 2, height / 2);
  if (shape === 'square') nameChop(context, size, random);
  else if (shape === 'box') framed(context, width, height, random);
  else ringed(context, width, height, shape === 'round', script, random);
  const { data } = context.getImageData(0, 0, width, height);
  const coverage = Float32Array.from({ length: width * height }, (_, i) => data[i * 4 + 3]! / 255);
  const colour = random.pick(random.chance(script === 'chinese' ? 0.88 : 0.5) ? REDS : BLUES);
  return { width, height, coverage, colour, shape };
}

function ringed(
  context: SKRSContext2D,
  width: number,
  height: number,
  round: boolean,
  script: Script,
  random: Random,
): void {
  const a = width / 2;
  const b = height / 2;
  const oval = (inset: number, line: number) => {
    context.lineWidth = line;
    context.beginPath();
    context.ellipse(0, 0, a - inset, b - inset, 0, 0, 2 * Math.PI);
    context.stroke();
  };
  const line = width * random.between(0.016, 0.03);
  oval(line, line);
  if (!round && random.chance(0.6)) oval(line * 2.6, line * 0.4);
  const chinese = script === 'chinese';
  const ring = chinese ? drawCompany(random) : random.pick(LATIN_RINGS);
  const family = chinese
    ? `"${chineseFont('serif-bold')}"`
    : `"${latinFont({ name: 'arimo', weight: 700 })}"`;
  const letters = [...ring];
  const size = Math.min(width * (round ? 0.15 : 0.12), (width * (chinese ? 1.7 : 2.6)) / letters.length);
  const spread = Math.min(1.5 * Math.PI, letters.length * (chinese ? 0.37 : 0.24));
  context.font = `${size}px ${family}`;
  letters.forEach((letter, i) => {
    const angle = -Math.PI / 2 - spread / 2 + (spread * i) / Math.max(1, letters.length - 1);
    const x = Math.cos(angle) * (a - line * 2 - size * 0.75);
    const y = Math.sin(angle) * (b - line * 2 - size * 0.75);
    context.save();
    context.translate(x, y);
    // Upright to the oval, not to its centre.
    context.rotate(Math.atan2(Math.sin(angle) / b, Math.cos(angle) / a) + Math.PI / 2);
    context.scale(0.84, 1.1);
    context.fillText(letter, 0, 0);
    context.restore();
  });
  if (round) star(context, a * random.between(0.26, 0.34));
  else {
    context.font = `${width * 0.07}px ${family}`;
    context.fillText(chinese ? digits(random, 10) : 'NO. '.concat(digits(random, 6)), 0, 0);
  }
  const foot = chinese ? random.pick(FOOTS) : '';
  context.font = `${width * 0.085}px ${family}`;
  if (foot) context.fillText(foot, 0, b * (round ? 0.5 : 0.45));
}

function star(context: SKRSContext2D, radius: number): void {
  context.beginPath();
  for (let i = 0; i < 10; i++) {
    const reach = i % 2 === 0 ? radius : radius * 0.382;
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    context.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
  }
  context.fill();
}

/** A person's square name seal: two characters a column, read from the right. */
function nameChop(context: SKRSContext2D, size: number, random: Random): void {
  const name = [...drawPerson(random).name, '印', '章'].slice(0, 4);
  const line = size * 0.05;
  context.lineWidth = line;
  context.strokeRect(-size / 2 + line, -size / 2 + line, size - 2 * line, size - 2 * line);
  context.font = `${size * 0.4}px "${chineseFont('serif-bold')}"`;
  name.forEach((character, i) => {
    context.fillText(character, size * (i < 2 ? 0.2 : -0.2), size * (i % 2 === 0 ? -0.2 : 0.2));
  });
}

/** A framed word, as on counters: PAID, with a date beneath. */
function framed(context: SKRSContext2D, width: number, height: number, random: Random): void {
  const line = height * random.between(0.04, 0.08);
  context.lineWidth = line;
  context.beginPath();
  context.roundRect(
    -width / 2 + line,
    -height / 2 + line,
    width - 2 * line,
    height - 2 * line,
    height * random.between(0, 0.2),
  );
  context.stroke();
  const word = random.pick(LATIN_WORDS);
  const family = `"${latinFont({ name: random.pick(['arimo', 'tinos', 'cousine']), weight: 700 })}"`;
  const dated = random.chance(0.6);
  context.font = `${Math.min(height * (dated ? 0.46 : 0.62), (width * 1.25) / word.length)}px ${family}`;
  context.fillText(word, 0, dated ? -height * 0.13 : 0);
  if (!dated) return;
  context.font = `${height * 0.24}px ${family}`;
  context.fillText(
    `${random.integer(1, 28)}/${random.integer(1, 12)}/20${random.integer(16, 25)}`,
    0,
    height * 0.26,
  );
}
