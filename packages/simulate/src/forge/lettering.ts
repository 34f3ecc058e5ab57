import { createCanvas } from '@napi-rs/canvas';
import { chineseFont, LATIN_FACES, latinFont } from '../fonts.ts';
import type { Script } from './types.ts';

/** Coverage of drawn text, 0–1 a pixel, row-major, and where its top left lies from that of the ink it replaces. */
export interface Lettering {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly coverage: Float32Array;
}

/** How text of a face was set: pixels an em, horizontal stretch, baseline below the top of the ink. */
export interface Setting {
  readonly family: string;
  readonly scale: number;
  readonly stretch: number;
  readonly baseline: number;
}

const PROBE = 100;
const probe = createCanvas(8, 8).getContext('2d');

function measure(text: string, family: string) {
  probe.font = `${PROBE}px ${family}`;
  const size = probe.measureText(text);
  return {
    width: Math.max(1, size.actualBoundingBoxRight + size.actualBoundingBoxLeft) / PROBE,
    height: Math.max(1, size.actualBoundingBoxAscent + size.actualBoundingBoxDescent) / PROBE,
    ascent: size.actualBoundingBoxAscent / PROBE,
    left: size.actualBoundingBoxLeft / PROBE,
  };
}

/** The face of the script (as a CSS family) that sets the text nearest to the given proportions. */
export function likelyFace(
  text: string,
  width: number,
  height: number,
  bold: boolean,
  script: Script = 'latin',
): string {
  const faces = script === 'chinese' ? chineseFaces(text, bold) : latinFaces(bold);
  const miss = (family: string) => {
    const size = measure(text, family);
    return Math.abs(Math.log((size.width / size.height) * (height / width)));
  };
  return faces.reduce((best, family) => (miss(family) < miss(best) ? family : best));
}

const latinFaces = (bold: boolean) =>
  LATIN_FACES.filter((face) => face.weight === (bold ? 700 : 400)).map((face) => `"${latinFont(face)}"`);

/** Figures on Chinese papers are as often set in a Latin face. */
function chineseFaces(text: string, bold: boolean): string[] {
  const faces = bold ? (['serif-bold', 'sans-bold'] as const) : (['serif', 'sans', 'kai'] as const);
  const own = faces.map((face) => `"${chineseFont(face)}"`);
  return /\p{Script=Han}/u.test(text) ? own : [...own, ...latinFaces(bold)];
}

/** How `text` must have been set in this face for its ink to fill width × height, stretched by at most `give`. */
export function settingOf(text: string, family: string, width: number, height: number, give = 0.2): Setting {
  const size = measure(text, family);
  const scale = height / size.height;
  const stretch = Math.min(1 + give, Math.max(1 - give, width / (size.width * scale)));
  return { family, scale, stretch, baseline: size.ascent * scale };
}

/** Anti-aliased text in the given setting. */
export function letter(text: string, { family, scale, stretch, baseline }: Setting): Lettering {
  const size = measure(text, family);
  const width = Math.ceil(size.width * scale * stretch) + 4;
  const height = Math.ceil(size.height * scale) + 4;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const zoom = scale / PROBE;
  context.setTransform(zoom * stretch, 0, 0, zoom, 2 + size.left * scale * stretch, 2 + size.ascent * scale);
  context.font = `${PROBE}px ${family}`;
  context.fillText(text, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const coverage = new Float32Array(width * height);
  for (let i = 0; i < coverage.length; i++) coverage[i] = data[i * 4 + 3]! / 255;
  return { width, height, left: -2, top: Math.round(baseline - size.ascent * scale) - 2, coverage };
}

/** A [k, 1 − 2k, k] blur both ways; k up to a quarter. */
export function soften(lettering: Lettering, k: number): Lettering {
  const pass = (from: Float32Array, step: number) =>
    from.map((value, i) => (1 - 2 * k) * value + k * ((from[i - step] ?? 0) + (from[i + step] ?? 0)));
  return { ...lettering, coverage: pass(pass(lettering.coverage, 1), lettering.width) };
}

/**
 * Coverage scaled so that its darkest fifth is full. Ink sampled from a soft page is already the paler for it; softened letters
 * drawn with it would be paler twice.
 */
export function fullInk(lettering: Lettering): Lettering {
  const inked = lettering.coverage.filter((value) => value > 0.05).sort();
  const darkest = inked.subarray(Math.floor(inked.length * 0.8));
  const mean = darkest.reduce((sum, value) => sum + value, 0) / Math.max(1, darkest.length);
  return { ...lettering, coverage: lettering.coverage.map((value) => Math.min(1, value / (mean || 1))) };
}
