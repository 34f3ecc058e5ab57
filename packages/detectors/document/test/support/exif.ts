/** Tags of one directory: text, or a whole number. */
type Tags = Readonly<Record<number, string | number>>;

export interface ExifContent {
  readonly ifd0?: Tags;
  readonly exif?: Tags;
  readonly gps?: Tags;
  readonly thumbnail?: Uint8Array;
}

const EXIF_IFD = 0x8769;
const GPS_IFD = 0x8825;

/** A JPEG with an Exif segment (little-endian TIFF) right behind SOI. */
export function withExif(jpeg: Uint8Array, content: ExifContent): Buffer {
  const payload = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(content)]);
  return withSegment(jpeg, 0xe1, payload);
}

export function withSegment(jpeg: Uint8Array, marker: number, payload: Uint8Array): Buffer {
  const length = Buffer.from([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), length, payload, jpeg.subarray(2)]);
}

function tiff({ ifd0 = {}, exif, gps, thumbnail }: ExifContent): Buffer {
  const build = (exifAt: number, gpsAt: number, ifd1At: number, thumbnailAt: number) => {
    const main = { ...ifd0, ...(exif ? { [EXIF_IFD]: exifAt } : {}), ...(gps ? { [GPS_IFD]: gpsAt } : {}) };
    const first = directory(main, 8, thumbnail ? ifd1At : 0);
    const second = exif ? directory(exif, exifAt, 0) : Buffer.alloc(0);
    const third = gps ? directory(gps, gpsAt, 0) : Buffer.alloc(0);
    const tags = { 259: 6, 513: thumbnailAt, 514: thumbnail?.length ?? 0 };
    const fourth = thumbnail ? directory(tags, ifd1At, 0) : Buffer.alloc(0);
    return [first, second, third, fourth];
  };
  const sizes = build(0, 0, 0, 0).map((part) => part.length) as [number, number, number, number];
  const exifAt = 8 + sizes[0];
  const gpsAt = exifAt + sizes[1];
  const ifd1At = gpsAt + sizes[2];
  const parts = build(exifAt, gpsAt, ifd1At, ifd1At + sizes[3]);
  return Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), ...parts, thumbnail ?? Buffer.alloc(0)]);
}

function directory(tags: Tags, at: number, next: number): Buffer {
  const sorted = Object.entries(tags).sort(([a], [b]) => Number(a) - Number(b));
  const head = Buffer.alloc(2 + sorted.length * 12 + 4);
  const values: Buffer[] = [];
  let valueAt = at + head.length;
  head.writeUInt16LE(sorted.length);
  sorted.forEach(([id, value], i) => {
    const entry = 2 + i * 12;
    head.writeUInt16LE(Number(id), entry);
    if (typeof value === 'number') {
      head.writeUInt16LE(4, entry + 2);
      head.writeUInt32LE(1, entry + 4);
      head.writeUInt32LE(value, entry + 8);
      return;
    }
    const bytes = Buffer.from(`${value}\0`.padEnd(6, '\0'), 'utf8');
    head.writeUInt16LE(2, entry + 2);
    head.writeUInt32LE(bytes.length, entry + 4);
    head.writeUInt32LE(valueAt, entry + 8);
    values.push(bytes);
    valueAt += bytes.length;
  });
  head.writeUInt32LE(next, head.length - 4);
  return Buffer.concat([head, ...values]);
}
