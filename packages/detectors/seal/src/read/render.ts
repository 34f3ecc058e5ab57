import type { RgbImage } from '@jianzhen/raster';
import {
  drawLine,
  drawRing,
  type Hidden,
  type LinePart,
  ofPicture,
  type RingPart,
  STRIP_HEIGHT,
} from '../unroll/strips.ts';
import type { RoundLayout } from './layout.ts';
import { nearbyQuantile } from './quantile.ts';

/**
 * `ink`: the seal's ink alone, evened out, black on white. `hue`: its colour alone likewise, the ink where there is none. `picture`: as the
 * page shows it. `layers`, which only a reader of seals knows: the ink in blue, what is dark in any channel in green, and in red what is
 * dark in all of them, as print is.
 */
export type Rendering = 'ink' | 'hue' | 'picture' | 'layers';

/** A part of a seal to be read. */
export type Part = (({ readonly kind: 'ring' } & RingPart) | ({ readonly kind: 'line' } & LinePart)) & {
  readonly hidden: Hidden;
};

/** Columns of a strip, at most and at least. */
const WIDTH = { least: 24, most: 1600 } as const;
/** Weak ink is drawn up, but not from nothing. */
const WEAKEST = 0.3;
/** Levels of paper and full ink, about those of the photographs that the recogniser was trained on. */
const PAPER = 233;
const INK = 47;
/** Columns within which ink is evened out: some characters. */
const EVEN = 60;

/** Draws one part as a strip to be recognised; `stretch` is its width for each that its height would ask for. */
export type Draw = (rendering: Rendering, stretch?: number) => RgbImage;

/** What draws a part; what it has drawn is kept, since several looks ask for the same and layers are made of others. */
export function partDrawn(seal: Pick<RoundLayout, 'cut' | 'map' | 'plane'>, part: Part): Draw {
  const [long, high] = extent(part, seal.plane.length);
  const drawn = new Map<string, RgbImage>();
  const draw: Draw = (rendering, stretch = 1) => {
    const natural = Math.round((STRIP_HEIGHT * long * stretch) / high);
    const width = Math.min(WIDTH.most, Math.max(WIDTH.least, natural));
    const key = `${rendering} ${width}`;
    const strip =
      drawn.get(key) ??
      (rendering === 'layers'
        ? layered(draw('ink', stretch), draw('picture', stretch))
        : drawPart(seal, part, rendering, width));
    drawn.set(key, strip);
    return strip;
  };
  return draw;
}

/** Draws a part once. */
export const renderPart = (
  seal: Pick<RoundLayout, 'cut' | 'map' | 'plane'>,
  part: Part,
  rendering: Rendering,
  stretch = 1,
): RgbImage => partDrawn(seal, part)(rendering, stretch);

function drawPart(
  { cut, map, plane }: Pick<RoundLayout, 'cut' | 'map' | 'plane'>,
  part: Part,
  rendering: Exclude<Rendering, 'layers'>,
  width: number,
): RgbImage {
  const source =
    rendering === 'picture'
      ? ofPicture(cut.picture)
      : ({
          width: map.width,
          height: map.height,
          data: (rendering === 'hue' ? map.hue : null) ?? map.ink,
          channels: 1,
        } as const);
  const hidden = rendering === 'picture' ? () => false : part.hidden;
  const samples =
    part.kind === 'ring'
      ? drawRing(source, plane, part, width, STRIP_HEIGHT, hidden)
      : drawLine(source, plane.toPicture, part, width, STRIP_HEIGHT, hidden);
  const rgb = rendering === 'picture' ? rounded(samples) : blackOnWhite(samples, width);
  return { width, height: STRIP_HEIGHT, rgb };
}

/** `Uint8Array.from` with a mapping takes ten times as long. */
function rounded(samples: Float32Array): Uint8Array {
  const out = new Uint8Array(samples.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.round(samples[i]);
  return out;
}

function layered({ width, height, rgb: ink }: RgbImage, { rgb: picture }: RgbImage): RgbImage {
  const rgb = new Uint8Array(picture.length);
  for (let i = 0; i < rgb.length; i += 3) {
    const [r, g, b] = [picture[i], picture[i + 1], picture[i + 2]];
    rgb[i] = Math.max(r, g, b);
    rgb[i + 1] = Math.min(r, g, b);
    rgb[i + 2] = ink[i];
  }
  return { width, height, rgb };
}

/** Length and height of a part in the seal's unit; a ring's length is that of its middle. */
function extent(part: Part, length: number): readonly [number, number] {
  if (part.kind === 'line') return [2 * part.halfWidth, 2 * part.halfHeight];
  const middle = (part.top + part.bottom) / 2;
  const turns = Math.abs(part.to - part.from);
  return [turns * (length - 2 * Math.PI * middle), Math.abs(part.bottom - part.top)];
}

/** Ink divided by what is strongest about it, so that a pressed side and a faint one look alike. */
function blackOnWhite(ink: Float32Array, width: number): Uint8Array {
  const height = ink.length / width;
  const columns = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) columns[x] = Math.max(columns[x], ink[y * width + x]);
  }
  const most = Math.max(...columns, 0.05);
  const strength = nearbyQuantile(columns, EVEN, 0.7).map((value) => Math.max(WEAKEST * most, value));
  const rgb = new Uint8Array(3 * ink.length);
  for (let i = 0; i < ink.length; i++) {
    const share = Math.min(1, ink[i] / strength[i % width]);
    const level = Math.round(PAPER + share * (INK - PAPER));
    rgb[3 * i] = level;
    rgb[3 * i + 1] = level;
    rgb[3 * i + 2] = level;
  }
  return rgb;
}
