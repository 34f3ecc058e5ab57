import { decode, drain, encodeJpeg, pipe } from '../codec.ts';
import { clamp, copyOf, type Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import { expose } from './exposure.ts';
import { drawJpegSettings } from './settings.ts';
import type { Parameters, TextLine } from './types.ts';

export interface Captured {
  readonly picture: Picture;
  readonly lines: readonly TextLine[] | null;
  readonly parameters: Parameters;
}

const LEAST_PIXELS = 0.6e6;
const MOST_PIXELS = 4e6;

/**
 * The page as a phone or a scanner first saved it: new size, slight turn, softness, uneven light, sensor noise, and mostly a
 * JPEG; `scanned`: by a scanner that sets the page straight. Genuine and forged pages alike pass it, since the sources' own near-lossless saves would tell them from anything else.
 */
export async function firstCapture(
  source: Picture,
  lines: readonly TextLine[] | null,
  random: Random,
  scanned = false,
): Promise<Captured> {
  const device = scanned ? 'scanner' : random.weighted({ phone: 0.6, scanner: 0.4 });
  const scale = drawScale(source, random);
  const width = Math.round(source.width * scale);
  const height = Math.round(source.height * scale);
  const softness = random.chance(0.6) ? random.between(0.3, device === 'phone' ? 0.9 : 0.6) : 0;
  const skew = scanned ? random.between(-2, 2) : 0;
  const angle = random.chance(0.35) ? random.between(-1.5, 1.5) : 0;

  // Fed in askew and set straight by the scanner's program: two resamplings, and the page stands as it stood.
  let picture = skew === 0 ? source : await turned(await turned(source, skew), -skew);
  if (width !== source.width) {
    picture = await drain(
      pipe(picture).resize(width, height, {
        fit: 'fill',
        kernel: random.pick(['cubic', 'lanczos3', 'linear']),
      }),
    );
  }
  if (angle !== 0) picture = await turned(picture, angle);
  if (softness > 0) picture = await drain(pipe(picture).blur(softness));
  // The next pipeline starts from the same source.
  if (picture === source) picture = copyOf(source);
  const noise = expose(picture, device, random);

  const lossless = random.chance(device === 'scanner' ? 0.3 : 0.1);
  const jpeg = drawJpegSettings(random, 60, 98);
  if (!lossless) picture = await decode(await encodeJpeg(picture, jpeg));
  return {
    picture,
    lines: lines?.map((line) => moved(line, scale, angle, source)) ?? null,
    parameters: {
      device,
      scale: round(scale),
      softness: round(softness),
      angle: round(angle),
      ...(scanned ? { skew: round(skew) } : {}),
      noise: round(noise),
      firstSave: lossless ? 'png' : 'jpeg',
      ...(lossless
        ? {}
        : { firstQuality: jpeg.quality, firstSubsampling: jpeg.subsampling, firstTable: jpeg.table }),
    },
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function drawScale(source: Picture, random: Random): number {
  const pixels = source.width * source.height;
  if (pixels >= LEAST_PIXELS && pixels <= MOST_PIXELS && random.chance(0.35)) return 1;
  return Math.sqrt(clamp(pixels * random.between(0.7, 1.7), LEAST_PIXELS, MOST_PIXELS) / pixels);
}

/** Turned clockwise by `angle` degrees about the centre, cut to the old size. */
async function turned(picture: Picture, angle: number): Promise<Picture> {
  const whole = await drain(pipe(picture).rotate(angle, { background: paperEdge(picture) }));
  return drain(
    pipe(whole).extract({
      left: (whole.width - picture.width) >> 1,
      top: (whole.height - picture.height) >> 1,
      width: picture.width,
      height: picture.height,
    }),
  );
}

/** The colour along the page's border, so that the corners that a turn uncovers look like the page going on. */
function paperEdge(picture: Picture): { r: number; g: number; b: number } {
  const channels: number[][] = [[], [], []];
  for (let y = 0; y < picture.height; y += 7) {
    for (const x of [1, picture.width - 2]) {
      for (let c = 0; c < 3; c++) channels[c]!.push(picture.rgb[(y * picture.width + x) * 3 + c]!);
    }
  }
  const [r, g, b] = channels.map((values) => values.sort((p, q) => p - q)[values.length >> 1]!);
  return { r: r!, g: g!, b: b! };
}

function moved(line: TextLine, scale: number, angle: number, source: Picture): TextLine {
  const radians = (angle * Math.PI) / 180;
  const cx = (source.width * scale) / 2;
  const cy = (source.height * scale) / 2;
  const dx = (line.x + line.width / 2) * scale - cx;
  const dy = (line.y + line.height / 2) * scale - cy;
  const x = cx + dx * Math.cos(radians) - dy * Math.sin(radians);
  const y = cy + dx * Math.sin(radians) + dy * Math.cos(radians);
  const width = line.width * scale;
  // A tilted line needs a taller upright box.
  const height = line.height * scale + Math.abs(Math.sin(radians)) * width;
  return { x: x - width / 2, y: y - height / 2, width, height, text: line.text };
}
