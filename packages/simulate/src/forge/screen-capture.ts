import { decode, drain, encodeJpeg, pipe } from '../codec.ts';
import type { Random } from '../random.ts';
import type { Captured } from './capture.ts';
import { drawJpegSettings } from './settings.ts';
import type { Origin } from './types.ts';

const WIDTHS = [720, 828, 1080, 1080, 1170, 1242] as const;

/** A screenshot as a telephone saves it: the screen's own width, no camera; some telephones save it as a JPEG. */
export async function screenCapture(origin: Origin, random: Random): Promise<Captured> {
  const { picture: source, lines } = origin;
  const width = random.pick(WIDTHS);
  const scale = width / source.width;
  let picture = source;
  if (width !== source.width) {
    const height = Math.round(source.height * scale);
    picture = await drain(pipe(source).resize(width, height, { fit: 'fill', kernel: 'lanczos3' }));
  }
  const lossless = random.chance(0.75);
  const jpeg = drawJpegSettings(random, 80, 96);
  if (!lossless) picture = await decode(await encodeJpeg(picture, jpeg));
  return {
    picture,
    lines:
      lines?.map((line) => ({
        x: line.x * scale,
        y: line.y * scale,
        width: line.width * scale,
        height: line.height * scale,
        text: line.text,
      })) ?? null,
    parameters: {
      device: 'screen',
      scale: Math.round(scale * 1000) / 1000,
      firstSave: lossless ? 'png' : 'jpeg',
      ...(lossless ? {} : { firstQuality: jpeg.quality }),
    },
  };
}
