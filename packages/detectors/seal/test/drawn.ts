import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { RgbImage } from '@jianzhen/raster';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { LocatedSeal } from '../src/index.ts';

const fonts = dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'));

export interface DrawnWords {
  readonly title: string;
  readonly subtitle?: string;
  readonly code?: string;
  readonly taxNumber?: string;
  readonly star?: boolean;
}

export interface DrawnSeal {
  readonly image: RgbImage;
  readonly seal: LocatedSeal;
}

const COLOURS = { red: '#cd232d', blue: '#2d3ca5', purple: '#78288c', grey: '#77777c' } as const;

interface DrawingOptions {
  readonly rx?: number;
  readonly ry?: number;
  readonly turn?: number;
  readonly colour?: keyof typeof COLOURS;
  /** Rules across it. */
  readonly print?: boolean;
}

/** A square page to draw on, text centred; `seal test` is a font. */
export function blankPage(side: number): SKRSContext2D {
  if (!GlobalFonts.has('seal test'))
    GlobalFonts.register(readFileSync(join(fonts, '../fonts/NotoSansHans-Bold.otf')), 'seal test');
  const context = createCanvas(side, side).getContext('2d');
  context.fillStyle = '#f2f0e8';
  context.fillRect(0, 0, side, side);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  return context;
}

/** What was drawn on such a page. */
export function imageOf(context: SKRSContext2D, side: number): RgbImage {
  const { data } = context.getImageData(0, 0, side, side);
  const rgb = new Uint8Array(3 * side * side);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) rgb.set(data.subarray(i, i + 3), j);
  return { width: side, height: side, rgb };
}

/** A seal of half axes rx and ry drawn on lines of print, its top turned clockwise by `turn` degrees. */
export function drawnSeal(
  words: DrawnWords,
  { rx = 130, ry = rx, turn = 0, colour = 'red', print = true }: DrawingOptions = {},
): DrawnSeal {
  const side = Math.ceil(2.6 * Math.max(rx, ry));
  const context = blankPage(side);
  if (print) {
    context.fillStyle = '#222';
    context.fillRect(0, side / 2 - 0.42 * ry, side, 3);
    context.fillRect(side / 2 + 0.2 * rx, 0, 3, side / 2);
  }
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = context.strokeStyle = COLOURS[colour];
  context.translate(side / 2, side / 2);
  context.rotate((turn * Math.PI) / 180);
  drawWords(context, words, rx, ry);
  const angle = ((((turn + 90) % 180) + 180) % 180) - 90 || 90;
  return {
    image: imageOf(context, side),
    seal: {
      region: { x: 0, y: 0, width: side, height: side },
      ellipse: { cx: side / 2, cy: side / 2, rx, ry, angle: turn % 180 === 0 ? 0 : angle },
      shape: rx === ry ? 'circle' : 'ellipse',
      colour,
      score: 1,
    },
  };
}

function drawWords(context: SKRSContext2D, words: DrawnWords, rx: number, ry: number): void {
  const unit = Math.min(rx, ry);
  context.lineWidth = 0.05 * unit;
  context.beginPath();
  context.ellipse(0, 0, rx - 0.025 * unit, ry - 0.025 * unit, 0, 0, 2 * Math.PI);
  context.stroke();
  if (words.star) {
    context.beginPath();
    for (let i = 0; i < 10; i++) {
      const reach = (i % 2 === 0 ? 0.33 : 0.126) * unit;
      context.lineTo(Math.sin((Math.PI / 5) * i) * reach, -Math.cos((Math.PI / 5) * i) * reach);
    }
    context.fill();
  }
  const letters = [...words.title];
  const size = 0.26 * unit;
  // By parameter, not arc length: characters of real ellipses stand unevenly too.
  along(context, letters, rx, ry, {
    inset: 0.24 * unit,
    size,
    step: 0.33 * (unit / Math.max(rx, ry)),
    inwards: false,
  });
  if (words.code)
    along(context, [...words.code], rx, ry, {
      inset: 0.115 * unit,
      size: 0.1 * unit,
      step: 0.1,
      inwards: true,
    });
  context.font = `${0.17 * unit}px "seal test"`;
  if (words.subtitle) context.fillText(words.subtitle, 0, 0.52 * unit);
  if (words.taxNumber) context.fillText(words.taxNumber, 0, 0.02 * unit);
}

function along(
  context: SKRSContext2D,
  letters: readonly string[],
  rx: number,
  ry: number,
  { inset, size, step, inwards }: { inset: number; size: number; step: number; inwards: boolean },
): void {
  context.font = `${size}px "seal test"`;
  for (const [i, letter] of letters.entries()) {
    const from = (i - (letters.length - 1) / 2) * step;
    const t = inwards ? Math.PI - from : from;
    const normal = Math.atan2(-Math.cos(t) / ry, Math.sin(t) / rx);
    const [x, y] = [rx * Math.sin(t), -ry * Math.cos(t)];
    context.save();
    context.translate(x - inset * Math.cos(normal), y - inset * Math.sin(normal));
    context.rotate(normal + (inwards ? -1 : 1) * (Math.PI / 2));
    context.fillText(letter, 0, 0);
    context.restore();
  }
}
