import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { chineseFont } from '../fonts.ts';
import type { Colour } from '../picture.ts';
import type { Random } from '../random.ts';
import { drawPerson } from '../vouchers/wording.ts';
import type { Imprint } from './seal-picture.ts';
import type { Script } from './types.ts';

const INKS: readonly Colour[] = [
  [24, 26, 34],
  [30, 44, 92],
  [22, 50, 130],
  [40, 60, 150],
  [52, 50, 56],
];

/** A signature about `height` pixels tall, by a pen about `pen` pixels wide: running script for Chinese names, a scrawl for others. */
export function drawSignature(height: number, pen: number, script: Script, random: Random): Imprint {
  const letters = script === 'chinese' ? [...drawPerson(random).name] : [];
  const width = Math.ceil(
    height * (letters.length > 0 ? letters.length * 0.95 + 0.5 : random.between(2.2, 4.2)),
  );
  return inked(width, Math.ceil(height * 1.3), random, (context) => {
    if (letters.length === 0) scrawl(context, width, height, pen, random);
    else written(context, letters, height, random);
  });
}

/** Some words jotted by hand, as a clerk does: short zigzag words on a line. */
export function drawNote(height: number, width: number, pen: number, random: Random): Imprint {
  return inked(Math.ceil(width), Math.ceil(height * 1.5), random, (context) => {
    let x = height * 0.3;
    while (x < width - height * 2) {
      const length = height * random.between(1, 2.6);
      context.save();
      context.translate(x, 0);
      scrawl(context, length, height * 0.8, pen, random);
      context.restore();
      x += length + height * random.between(0.2, 0.5);
    }
  });
}

function inked(
  width: number,
  height: number,
  random: Random,
  draw: (context: SKRSContext2D) => void,
): Imprint {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.lineCap = 'round';
  context.lineJoin = 'round';
  draw(context);
  const { data } = context.getImageData(0, 0, width, height);
  const coverage = Float32Array.from({ length: width * height }, (_, i) => data[i * 4 + 3]! / 255);
  return { width, height, coverage, colour: random.pick(INKS) };
}

function written(context: SKRSContext2D, letters: readonly string[], height: number, random: Random): void {
  const family = `"${chineseFont(random.chance(0.75) ? 'hand' : 'kai')}"`;
  let x = height * 0.15;
  for (const letter of letters) {
    const size = height * random.between(0.85, 1.1);
    context.save();
    context.translate(x, height * random.between(0.92, 1.06));
    context.transform(1, random.between(-0.12, 0.06), random.between(-0.22, 0.05), 1, 0, 0);
    context.font = `${size}px ${family}`;
    context.fillText(letter, 0, 0);
    // The face is a brush's; a pen writes thinner.
    context.globalCompositeOperation = 'destination-out';
    context.lineWidth = size * random.between(0.035, 0.05);
    context.strokeText(letter, 0, 0);
    context.restore();
    x += size * random.between(0.78, 0.98);
  }
}

/** One running stroke through loops and peaks, thin where the pen is quick; a flourish beneath it at times. */
function scrawl(context: SKRSContext2D, width: number, height: number, pen: number, random: Random): void {
  const peaks = Math.max(3, Math.round((width / height) * random.between(2.2, 3.4)));
  const points: [number, number][] = [];
  for (let i = 0; i <= peaks; i++) {
    const tall = i === 0 || random.chance(0.18);
    const x = width * (0.04 + (0.88 * i) / peaks) + height * random.between(-0.06, 0.06);
    points.push([
      x - height * random.between(0, 0.08),
      height * (tall ? random.between(0.05, 0.25) : random.between(0.42, 0.62)),
    ]);
    points.push([
      x + height * random.between(0, 0.1),
      height * (random.chance(0.12) ? random.between(0.95, 1.15) : random.between(0.74, 0.86)),
    ]);
    // Going back makes a loop.
    if (random.chance(0.3))
      points.push([x - height * random.between(0.05, 0.15), height * random.between(0.55, 0.72)]);
  }
  stroke(context, points, pen, random);
  if (random.chance(0.35))
    stroke(
      context,
      [
        [width * 0.95, height * 0.85],
        [width * 0.5, height * 1.05],
        [width * 0.1, height * 1.02],
        [width * 0.7, height * 1.18],
      ],
      pen * 0.8,
      random,
    );
}

/** A Catmull–Rom curve through the points. */
function stroke(
  context: SKRSContext2D,
  points: readonly [number, number][],
  pen: number,
  random: Random,
): void {
  const at = (i: number) => points[Math.max(0, Math.min(points.length - 1, i))]!;
  const STEPS = 10;
  let [lastX, lastY] = at(0);
  for (let i = 0; i + 1 < points.length; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      const along = (axis: 0 | 1) =>
        0.5 *
        (2 * p1[axis] +
          (p2[axis] - p0[axis]) * t +
          (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
          (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t ** 3);
      const x = along(0);
      const y = along(1);
      const quick = Math.hypot(x - lastX, y - lastY) / (pen * 3);
      context.lineWidth = pen * (1.25 - 0.55 * Math.min(1, quick)) * random.between(0.94, 1.06);
      context.beginPath();
      context.moveTo(lastX, lastY);
      context.lineTo(x, y);
      context.stroke();
      lastX = x;
      lastY = y;
    }
  }
}
