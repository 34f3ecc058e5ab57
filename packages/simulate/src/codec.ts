import sharp, { type Sharp } from 'sharp';
import { errors } from './errors.ts';
import type { Bitmap, Picture } from './picture.ts';

/** How a JPEG is written. `table`: libvips' quantisation table number (0 = ITU-T T.81 Annex K, scaled by quality). */
export interface JpegSettings {
  /** 1–100. */
  readonly quality: number;
  readonly subsampling: '4:2:0' | '4:4:4';
  readonly progressive: boolean;
  readonly table: number;
}

export async function decode(bytes: Uint8Array): Promise<Picture> {
  try {
    const { data, info } = await sharp(bytes)
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: info.channels === 3 ? plain(data) : tripled(data) };
  } catch (cause) {
    throw errors('simulate.unreadable', { detail: (cause as Error).message }, { cause });
  }
}

/** A Buffer's `slice` shares memory where a Uint8Array's copies: keep Buffers out of pictures. */
const plain = (data: Buffer) => new Uint8Array(data.buffer, data.byteOffset, data.length);

function tripled(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(grey.length * 3);
  for (let i = 0; i < grey.length; i++) rgb.fill(grey[i]!, i * 3, i * 3 + 3);
  return rgb;
}

/** The picture as a sharp pipeline. */
export function pipe(picture: Picture): Sharp {
  return sharp(picture.rgb, { raw: { width: picture.width, height: picture.height, channels: 3 } });
}

export async function drain(pipeline: Sharp): Promise<Picture> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: plain(data) };
}

export function encodeJpeg(picture: Picture, settings: JpegSettings): Promise<Uint8Array> {
  return pipe(picture)
    .jpeg({
      quality: settings.quality,
      chromaSubsampling: settings.subsampling,
      progressive: settings.progressive,
      quantisationTable: settings.table,
    })
    .toBuffer();
}

export function encodePng(picture: Picture): Promise<Uint8Array> {
  return pipe(picture).png({ compressionLevel: 3 }).toBuffer();
}

/** An 8-bit grey PNG. */
export function encodeMask(mask: Bitmap): Promise<Uint8Array> {
  return sharp(mask.data, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** A mask scaled with its page; a pixel stays set where at least half of it was. */
export async function resizeMask(mask: Bitmap, width: number, height: number): Promise<Bitmap> {
  const data = await sharp(mask.data, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { width, height, data: data.map((value) => (value >= 128 ? 255 : 0)) };
}
