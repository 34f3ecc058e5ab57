import { createCanvas } from '@napi-rs/canvas';
import { LATIN_FACES, latinFont } from '../fonts.ts';

/** Coverage of drawn text, 0–1 a pixel, row-major. */
export interface Lettering {
  readonly width: number;
  readonly height: number;
  readonly coverage: Float32Array;
}

const PROBE = 100;
const probe = createCanvas(8, 8).getContext('2d');

/** The face that sets the text nearest to the given width at the given ink height; `bold` only where asked for. */
export function likelyFace(text: string, width: number, height: number, bold: boolean): string {
  const weight = bold ? 700 : 400;
  const faces = LATIN_FACES.filter((face) => face.weight === weight).map(latinFont);
  const miss = (family: string) => {
    const size = measure(text, family);
    return Math.abs(Math.log((size.width / size.height) * (height / width)));
  };
  return faces.reduce((best, family) => (miss(family) < miss(best) ? family : best));
}

function measure(
  text: string,
  family: string,
): { width: number; height: number; ascent: number; left: number } {
  probe.font = `${PROBE}px "${family}"`;
  const size = probe.measureText(text);
  return {
    width: Math.max(1, size.actualBoundingBoxRight + size.actualBoundingBoxLeft),
    height: Math.max(1, size.actualBoundingBoxAscent + size.actualBoundingBoxDescent),
    ascent: size.actualBoundingBoxAscent,
    left: size.actualBoundingBoxLeft,
  };
}

/** Anti-aliased text whose ink is `height` pixels tall, squeezed or stretched to `width` by at most `give`. */
export function letter(text: string, family: string, width: number, height: number, give: number): Lettering {
  const size = measure(text, family);
  const scale = height / size.height;
  const stretch = Math.min(1 + give, Math.max(1 - give, width / (size.width * scale)));
  const inkWidth = Math.ceil(size.width * scale * stretch) + 2;
  const inkHeight = Math.ceil(height) + 2;
  const canvas = createCanvas(inkWidth, inkHeight);
  const context = canvas.getContext('2d');
  context.setTransform(
    scale * stretch,
    0,
    0,
    scale,
    1 + size.left * scale * stretch,
    1 + size.ascent * scale,
  );
  context.font = `${PROBE}px "${family}"`;
  context.fillText(text, 0, 0);
  const { data } = context.getImageData(0, 0, inkWidth, inkHeight);
  const coverage = new Float32Array(inkWidth * inkHeight);
  for (let i = 0; i < coverage.length; i++) coverage[i] = data[i * 4 + 3]! / 255;
  return { width: inkWidth, height: inkHeight, coverage };
}

/** A [k, 1 − 2k, k] blur both ways; k up to a quarter. */
export function soften(lettering: Lettering, k: number): Lettering {
  const { width, height } = lettering;
  const pass = (from: Float32Array, step: number) =>
    from.map((value, i) => (1 - 2 * k) * value + k * ((from[i - step] ?? 0) + (from[i + step] ?? 0)));
  return { width, height, coverage: pass(pass(lettering.coverage, 1), width) };
}
