import { CodedError, type ImageFacts } from '@jianzhen/evidence';
import { decodeImage } from '@jianzhen/raster';
import type { ImageFormat } from '../sniff.ts';
import { parseXmp } from '../xmp.ts';
import { type ExifBlocks, readExif } from './exif.ts';
import { findPayload, frameSize, jpegSegments, segmentName } from './jpeg-segments.ts';
import { pngMetadata } from './png-chunks.ts';
import { webpMetadata } from './riff-chunks.ts';
import { clean, Fields } from './text.ts';

/** The containers' own words, before EXIF. */
interface Container {
  readonly fields: Fields;
  readonly xmp: string | null;
  /** Bytes for the EXIF reader: the file itself or a TIFF structure; null where there is none. */
  readonly exif: Uint8Array | null;
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * What an image says of itself. EXIF goes by its bare tag names (`Make`, `Software`, `DateTimeOriginal`); the rest with
 * its source in front: `xmp:CreatorTool`, `icc:ProfileDescription`, `iptc:…`, `png:Software`, `gps:…`, `thumbnail:…`,
 * `jpeg:segments` (APPn and COM in file order), `jpeg:comment`.
 */
export async function readImageFacts(bytes: Uint8Array, format: ImageFormat): Promise<ImageFacts> {
  const { fields, xmp, exif, size } = readContainer(bytes, format);
  const blocks = exif ? await readExif(exif) : null;
  if (blocks) addBlocks(fields, blocks);
  if (xmp) addXmp(fields, xmp);
  const orientation = Number(blocks?.ifd0.Orientation ?? 1);
  return {
    format,
    metadata: fields.toRecord(),
    ...(size ? { size } : {}),
    orientation: orientation >= 1 && orientation <= 8 ? Math.floor(orientation) : 1,
    thumbnail: blocks?.thumbnail ?? null,
    thumbnailImage: blocks?.thumbnail ? await decodeThumbnail(blocks.thumbnail) : null,
  };
}

/** A thumbnail is small by nature; one that is not, or that does not decode, is as good as none. */
async function decodeThumbnail(bytes: Uint8Array): Promise<NonNullable<ImageFacts['thumbnailImage']> | null> {
  try {
    const { width, height, rgb } = await decodeImage(bytes, { limits: { maxPixels: 1_000_000 } });
    return { width, height, rgb };
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

function readContainer(bytes: Uint8Array, format: ImageFormat): Container {
  const fields = new Fields();
  if (format === 'jpeg') {
    const segments = jpegSegments(bytes);
    fields.set(
      'jpeg:segments',
      segments
        .map(segmentName)
        .filter((name) => name !== null)
        .join(', '),
    );
    const comment = findPayload(segments, 0xfe, '');
    if (comment) fields.set('jpeg:comment', clean(Buffer.from(comment).toString('utf8')));
    const packet = findPayload(segments, 0xe1, 'http://ns.adobe.com/xap/1.0/\0');
    const size = frameSize(segments);
    const xmp = packet ? Buffer.from(packet).toString('utf8') : null;
    return { fields, xmp, exif: bytes, ...(size ? { size } : {}) };
  }
  if (format === 'png') {
    const png = pngMetadata(bytes);
    for (const [name, value] of Object.entries(png.text)) fields.set(`png:${name}`, value);
    if (png.trailing > 0) fields.set('png:trailingBytes', png.trailing);
    return { fields, xmp: png.xmp, exif: png.exif };
  }
  if (format === 'webp') return { fields, ...webpMetadata(bytes) };
  const readable = format === 'tiff' || format === 'heic' || format === 'avif';
  return { fields, xmp: null, exif: readable ? bytes : null };
}

function addBlocks(fields: Fields, blocks: ExifBlocks): void {
  const add = (block: Readonly<Record<string, unknown>>, prefix: string) => {
    for (const [name, value] of Object.entries(block)) fields.set(prefix + name, value);
  };
  add(blocks.ifd0, '');
  add(blocks.exif, '');
  add(blocks.gps, 'gps:');
  add(blocks.icc, 'icc:');
  add(blocks.iptc, 'iptc:');
  add(blocks.ifd1, 'thumbnail:');
}

function addXmp(fields: Fields, packet: string): void {
  const { properties, history } = parseXmp(packet);
  for (const [name, value] of Object.entries(properties)) fields.set(`xmp:${name}`, value);
  const steps = history.map((step) => [step.action, step.agent, step.when].filter(Boolean).join(' | '));
  fields.set('xmp:History', steps.join('; '));
}
