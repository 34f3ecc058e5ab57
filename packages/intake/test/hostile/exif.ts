import { fixture, jpegSegment, noise, withSegments } from './bytes.ts';
import type { HostileFixture } from './types.ts';

/** EXIF that lies: none of it may keep the picture from being read. */
export function lyingExif(): HostileFixture[] {
  const jpeg = fixture('baseline.jpg');
  const make = (name: string, exif: Buffer): HostileFixture => ({
    name,
    file: `${name}.jpg`,
    bytes: withSegments(jpeg, exif),
    expect: 'verdict',
  });
  return [
    make(
      'exif-offsets-outside',
      exifSegment([tag(0x010f, 2, 5_000, 0xfffffff0), tag(0x8769, 4, 1, 0xffffff00)]),
    ),
    make('exif-offset-loop', exifSegment([tag(0x8769, 4, 1, 8), tag(0x8825, 4, 1, 8), tag(0xa005, 4, 1, 8)])),
    make(
      'exif-count-overflow',
      exifSegment([tag(0x0110, 5, 0xffffffff, 26), tag(0x927c, 7, 0x7fffffff, 26)]),
    ),
    make(
      'exif-wrong-dimensions',
      exifSegment([tag(0x8769, 4, 1, 26)], [tag(0xa002, 4, 1, 9_000), tag(0xa003, 4, 1, 7_000)]),
    ),
    make('exif-thumbnail-garbage', thumbnailGarbage()),
    make(
      'exif-noise',
      jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), noise(4_000, 6)])),
    ),
    make(
      'xmp-entity-bomb',
      jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${entityBomb()}`, 'latin1')),
    ),
  ];
}

function tag(id: number, type: number, count: number, value: number): Buffer {
  const out = Buffer.alloc(12);
  out.writeUInt16LE(id, 0);
  out.writeUInt16LE(type, 2);
  out.writeUInt32LE(count, 4);
  out.writeUInt32LE(value, 8);
  return out;
}

function directory(tags: readonly Buffer[], next: number): Buffer {
  const count = Buffer.alloc(2);
  count.writeUInt16LE(tags.length);
  const link = Buffer.alloc(4);
  link.writeUInt32LE(next);
  return Buffer.concat([count, ...tags, link]);
}

/** IFD0 at offset 8; with one tag in it, a second directory comes to lie at offset 26. */
function exifSegment(first: readonly Buffer[], second: readonly Buffer[] = [], link = 0): Buffer {
  const header = Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1');
  const directories = [directory(first, link), ...(second.length > 0 ? [directory(second, 0)] : [])];
  return jpegSegment(0xe1, Buffer.concat([header, ...directories, Buffer.alloc(64)]));
}

/** IFD1 names a thumbnail that is no JPEG but begins like one. */
function thumbnailGarbage(): Buffer {
  const ifd1 = 26;
  const data = ifd1 + 2 + 3 * 12 + 4;
  const tags = [tag(0x0103, 3, 1, 6), tag(0x0201, 4, 1, data), tag(0x0202, 4, 1, 3_000)];
  const header = Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1');
  const directories = [directory([tag(0x0112, 3, 1, 1)], ifd1), directory(tags, 0)];
  const garbage = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xdb]), noise(2_996, 7)]);
  return jpegSegment(0xe1, Buffer.concat([header, ...directories, garbage]));
}

function entityBomb(): string {
  const levels = Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
  return `<!DOCTYPE x [<!ENTITY e0 "boom">${levels.join('')}]><x:xmpmeta xmlns:x="adobe:ns:meta/">&e10;</x:xmpmeta>`;
}
