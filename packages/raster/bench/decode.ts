import sharp from 'sharp';
import { decodeImage, decodeJpeg, jpegLuma, readJpeg } from '../src/index.ts';

/** One line of the table: processor milliseconds (median of the rounds) of a stage on one picture. */
export interface DecodeTiming {
  readonly picture: string;
  readonly megapixels: number;
  readonly bytes: number;
  readonly stage: 'read' | 'pixels' | 'luma' | 'decode-image';
  readonly milliseconds: number;
}

const SIZES = [
  [1240, 1754],
  [2480, 3508],
] as const;

/**
 * Times the JPEG stages on made-up pages of 2 and 8 megapixels (lines of text-like strokes on noisy paper), baseline and
 * progressive, 4:2:0 at quality 85.
 */
export async function benchDecode(rounds = 5): Promise<DecodeTiming[]> {
  const timings: DecodeTiming[] = [];
  for (const [width, height] of SIZES) {
    for (const progressive of [false, true]) {
      const rgb = page(width, height);
      const bytes = await sharp(rgb, { raw: { width, height, channels: 3 } })
        .jpeg({ quality: 85, progressive })
        .toBuffer();
      const jpeg = readJpeg(bytes);
      const stages = {
        read: () => readJpeg(bytes),
        pixels: () => decodeJpeg(jpeg),
        luma: () => jpegLuma(jpeg),
        'decode-image': () => decodeImage(bytes),
      };
      for (const [stage, run] of Object.entries(stages)) {
        timings.push({
          picture: progressive ? 'progressive' : 'baseline',
          megapixels: (width * height) / 1e6,
          bytes: bytes.length,
          stage: stage as DecodeTiming['stage'],
          milliseconds: await median(run, rounds),
        });
      }
    }
  }
  return timings;
}

/** Processor time, so that a busy machine does not count against the decoder. */
async function median(run: () => unknown, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[rounds >> 1]!;
}

function page(width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3);
  let state = 1;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const stroke = y % 40 < 24 && ((x >> 2) * 7 + (y >> 2) * 13 + (x >> 5) * (y >> 5)) % 11 < 4;
      const paper = stroke ? 45 : 232;
      for (let channel = 0; channel < 3; channel++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        rgb[at++] = paper + (state >>> 28) - channel * 3;
      }
    }
  }
  return rgb;
}
