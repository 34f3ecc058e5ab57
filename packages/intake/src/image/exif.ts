import exifr from 'exifr';

/** What exifr reads of a file or a bare TIFF structure: tag groups by name, and the thumbnail. */
export interface ExifBlocks {
  readonly ifd0: Readonly<Record<string, unknown>>;
  readonly exif: Readonly<Record<string, unknown>>;
  readonly ifd1: Readonly<Record<string, unknown>>;
  readonly icc: Readonly<Record<string, unknown>>;
  readonly iptc: Readonly<Record<string, unknown>>;
  readonly gps: Readonly<Record<string, unknown>>;
  readonly thumbnail: Uint8Array | null;
}

const NOTHING: ExifBlocks = { ifd0: {}, exif: {}, ifd1: {}, icc: {}, iptc: {}, gps: {}, thumbnail: null };

const OPTIONS = {
  tiff: true,
  exif: true,
  gps: true,
  ifd1: true,
  icc: true,
  iptc: true,
  xmp: false,
  jfif: false,
  ihdr: false,
  interop: false,
  makerNote: false,
  userComment: false,
  sanitize: true,
  mergeOutput: false,
  translateKeys: true,
  translateValues: false,
  reviveValues: false,
} as const;

/** EXIF is what a file claims: offsets out of the file and garbled tags are common, and read as absent. */
export async function readExif(bytes: Uint8Array): Promise<ExifBlocks> {
  try {
    const reader = new exifr.Exifr(OPTIONS as never);
    await reader.read(bytes);
    const blocks = (await reader.parse()) as Record<string, Record<string, unknown>> | undefined;
    const thumbnail = await reader.extractThumbnail().catch(() => undefined);
    return {
      ifd0: blocks?.ifd0 ?? {},
      exif: blocks?.exif ?? {},
      ifd1: blocks?.ifd1 ?? {},
      icc: blocks?.icc ?? {},
      iptc: blocks?.iptc ?? {},
      gps: blocks?.gps ?? {},
      thumbnail: thumbnail && isJpeg(thumbnail) ? Uint8Array.from(thumbnail) : null,
    };
  } catch {
    return NOTHING;
  }
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes.length > 100 && bytes[0] === 0xff && bytes[1] === 0xd8;
}
