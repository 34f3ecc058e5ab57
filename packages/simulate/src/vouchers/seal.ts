import { createCanvas } from '@napi-rs/canvas';
import { chineseFont } from '../fonts.ts';
import type { Random } from '../random.ts';
import type { Sheet } from './sheet.ts';
import { digits } from './wording.ts';

export interface SealText {
  /** Along the ring. */
  readonly ring: string;
  /** Straight, under the star; none where empty. */
  readonly foot?: string;
  readonly diameter?: number;
}

const RED = [206, 32, 38] as const;

/** Puts a round red seal about (x, y): ring text, star, foot, uneven ink, slightly turned. A field `seal`. */
export function stamp(sheet: Sheet, text: SealText, x: number, y: number, random: Random): void {
  const diameter = Math.round(text.diameter ?? 236);
  const canvas = drawSeal(text, diameter, random);
  const angle = random.between(-0.22, 0.22);
  const box = {
    x: Math.round(x - diameter / 2),
    y: Math.round(y - diameter / 2),
    width: diameter,
    height: diameter,
  };
  sheet.fields.push({ name: 'seal', text: text.ring, box, face: 'serif-bold' });
  sheet.seals.push(() => {
    const { context } = sheet;
    context.save();
    context.globalCompositeOperation = 'multiply';
    context.translate(x, y);
    context.rotate(angle);
    context.drawImage(canvas, -diameter / 2, -diameter / 2);
    context.restore();
  });
}

function drawSeal({ ring, foot }: SealText, diameter: number, random: Random) {
  const canvas = createCanvas(diameter, diameter);
  const context = canvas.getContext('2d');
  const radius = diameter / 2;
  const colour = `rgb(${RED.join(',')})`;
  context.translate(radius, radius);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = diameter * 0.022;
  context.beginPath();
  context.arc(0, 0, radius - diameter * 0.02, 0, 2 * Math.PI);
  context.stroke();
  star(context, radius * 0.3);

  const size = Math.min(diameter * 0.15, (diameter * 1.75) / ring.length);
  context.font = `${size}px "${chineseFont('serif-bold')}"`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const spread = Math.min(1.52 * Math.PI, ring.length * 0.36);
  [...ring].forEach((character, i) => {
    const angle = ring.length === 1 ? 0 : -spread / 2 + (spread * i) / (ring.length - 1);
    context.save();
    context.rotate(angle);
    context.translate(0, -radius * 0.76);
    context.scale(0.82, 1.1);
    context.fillText(character, 0, 0);
    context.restore();
  });
  if (foot) {
    context.font = `${diameter * 0.085}px "${chineseFont('serif-bold')}"`;
    context.fillText(foot, 0, radius * 0.47);
  }
  const code = digits(random, 13);
  context.font = `${diameter * 0.046}px "${chineseFont('sans')}"`;
  [...code].forEach((digit, i) => {
    context.save();
    context.rotate(0.36 - (0.72 * i) / 12);
    context.fillText(digit, 0, radius * 0.86);
    context.restore();
  });
  wear(context.getImageData(0, 0, diameter, diameter), random, (pixels) =>
    context.putImageData(pixels, 0, 0),
  );
  return canvas;
}

function star(context: ReturnType<ReturnType<typeof createCanvas>['getContext']>, radius: number): void {
  context.beginPath();
  for (let i = 0; i < 10; i++) {
    const reach = i % 2 === 0 ? radius : radius * 0.382;
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    context.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
  }
  context.closePath();
  context.fill();
}

/** Ink that took unevenly: broad weak patches, a light side, small gaps. */
function wear<T extends { data: Uint8ClampedArray; width: number; height: number }>(
  pixels: T,
  random: Random,
  put: (pixels: T) => void,
): void {
  const { data, width, height } = pixels;
  const cells = 24;
  const coarse = Float32Array.from({ length: (cells + 2) ** 2 }, () => random.between(0.45, 1.1));
  const side = random.between(0, 2 * Math.PI);
  const weak = random.between(0, 0.45);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4 + 3;
      if (data[i] === 0) continue;
      const u = (x / width) * cells;
      const v = (y / height) * cells;
      const k = Math.floor(v) * (cells + 2) + Math.floor(u);
      const fu = u % 1;
      const fv = v % 1;
      const patch =
        (coarse[k]! * (1 - fu) + coarse[k + 1]! * fu) * (1 - fv) +
        (coarse[k + cells + 2]! * (1 - fu) + coarse[k + cells + 3]! * fu) * fv;
      const lean =
        1 - weak * (0.5 + ((x / width - 0.5) * Math.cos(side) + (y / height - 0.5) * Math.sin(side)));
      const grain = random.chance(0.05) ? 0.35 : random.between(0.82, 1);
      data[i] = Math.min(255, data[i]! * Math.min(1, patch) * lean * grain * 0.95);
    }
  }
  put(pixels);
}
