import { deflateSync } from 'node:zlib';
import {
  fixture,
  jpegSegment,
  markerAt,
  noise,
  png,
  pngChunk,
  pngHeader,
  uint16,
  withSegments,
  zlibBomb,
} from './bytes.ts';
import type { HostileFixture } from './types.ts';

const SOF0 = 0xc0;
const SOF2 = 0xc2;
const SOS = 0xda;

export function hostileImages(): HostileFixture[] {
  const jpeg = fixture('baseline.jpg');
  return [
    { name: 'empty', file: 'empty.jpg', bytes: new Uint8Array(0), expect: 'intake.empty' },
    { name: 'one-byte', file: 'one.jpg', bytes: Uint8Array.of(0xff), expect: 'intake.too-short' },
    {
      name: 'jpeg-truncated',
      file: 'cut.jpg',
      bytes: jpeg.subarray(0, Math.floor(jpeg.length * 0.6)),
      expect: 'verdict',
    },
    {
      name: 'jpeg-header-only',
      file: 'header.jpg',
      bytes: jpeg.subarray(0, markerAt(jpeg, SOS)),
      expect: 'image.truncated',
    },
    { name: 'jpeg-garbage-scan', file: 'garbage.jpg', bytes: garbageScan(jpeg), expect: 'verdict' },
    {
      name: 'jpeg-trailing-data',
      file: 'trailing.jpg',
      bytes: Buffer.concat([jpeg, noise(50_000, 1)]),
      expect: 'verdict',
    },
    {
      name: 'jpeg-30000x30000',
      file: 'huge.jpg',
      bytes: claimSize(jpeg, SOF0, 30_000, 30_000),
      expect: 'image.too-large',
    },
    {
      name: 'jpeg-zero-width',
      file: 'zero.jpg',
      bytes: claimSize(jpeg, SOF0, 0, 64),
      expect: 'image.corrupt',
    },
    { name: 'jpeg-12-bit', file: 'twelve.jpg', bytes: twelveBit(jpeg), expect: 'image.unsupported-jpeg' },
    { name: 'jpeg-cmyk', file: 'cmyk.jpg', bytes: fixture('cmyk.jpg'), expect: 'verdict' },
    {
      name: 'jpeg-scan-bomb',
      file: 'scans.jpg',
      bytes: scanBomb(fixture('progressive.jpg')),
      expect: 'image.too-complex',
    },
    {
      name: 'jpeg-many-comments',
      file: 'comments.jpg',
      bytes: manyComments(jpeg),
      expect: 'image.too-complex',
    },
    { name: 'png-named-jpg', file: 'picture.jpg', bytes: fixture('rgb16.png'), expect: 'verdict' },
    { name: 'jpeg-named-pdf', file: 'document.pdf', bytes: jpeg, expect: 'verdict' },
    { name: 'png-16-bit', file: 'deep.png', bytes: fixture('rgb16.png'), expect: 'verdict' },
    { name: 'png-30000x30000', file: 'huge.png', bytes: pngClaiming(30_000), expect: 'image.too-large' },
    { name: 'png-deflate-bomb', file: 'bomb.png', bytes: pngDeflateBomb(), expect: 'image.corrupt' },
    { name: 'png-text-bomb', file: 'text-bomb.png', bytes: pngTextBomb(), expect: 'verdict' },
    {
      name: 'png-trailing-data',
      file: 'trailing.png',
      bytes: Buffer.concat([fixture('rgb16.png'), noise(50_000, 2)]),
      expect: 'verdict',
    },
    {
      name: 'png-truncated',
      file: 'cut.png',
      bytes: fixture('rgb16.png').subarray(0, 4_000),
      expect: 'image.truncated',
    },
    {
      name: 'gif-trailing-data',
      file: 'trailing.gif',
      bytes: Buffer.concat([fixture('picture.gif'), noise(50_000, 3)]),
      expect: 'verdict',
    },
    {
      name: 'webp-truncated',
      file: 'cut.webp',
      bytes: fixture('picture.webp').subarray(0, 400),
      expect: 'image.truncated',
    },
    { name: 'svg-named-png', file: 'drawing.png', bytes: svg(), expect: 'intake.unsupported-type' },
    { name: 'html-named-jpg', file: 'page.jpg', bytes: html(), expect: 'intake.unsupported-type' },
    { name: 'random-bytes', file: 'random.jpg', bytes: noise(20_000, 4), expect: 'intake.unsupported-type' },
    { name: 'tiff-directory-loop', file: 'loop.tif', bytes: tiffLoop(), expect: 'image.corrupt' },
    { name: 'bmp-claims-pixels', file: 'claims.bmp', bytes: bmpClaiming(20_000), expect: 'image.too-large' },
  ];
}

function garbageScan(jpeg: Buffer): Buffer {
  const start = markerAt(jpeg, SOS) + 20;
  return Buffer.concat([jpeg.subarray(0, start), noise(jpeg.length - start - 2, 5), jpeg.subarray(-2)]);
}

function claimSize(jpeg: Buffer, sof: number, width: number, height: number): Buffer {
  const out = Buffer.from(jpeg);
  const at = markerAt(out, sof);
  out.writeUInt16BE(height, at + 5);
  out.writeUInt16BE(width, at + 7);
  return out;
}

/** Extended sequential with 12-bit samples, as the frame header would say. */
function twelveBit(jpeg: Buffer): Buffer {
  const out = Buffer.from(jpeg);
  const at = markerAt(out, SOF0);
  out[at + 1] = 0xc1;
  out[at + 4] = 12;
  return out;
}

/** A large progressive picture whose DC is refined thousands of times over: each scan is four bytes and visits every block. */
function scanBomb(jpeg: Buffer): Buffer {
  const sos = markerAt(jpeg, SOS);
  const header = claimSize(jpeg, SOF2, 4_000, 4_000).subarray(0, sos);
  const scan = Buffer.concat([
    jpegSegment(SOS, Buffer.from([3, 1, 0, 2, 0, 3, 0, 0, 0, 0x10])),
    Buffer.alloc(4),
  ]);
  return Buffer.concat([header, ...Array.from({ length: 5_000 }, () => scan), Buffer.from([0xff, 0xd9])]);
}

function manyComments(jpeg: Buffer): Buffer {
  const comment = jpegSegment(0xfe, Buffer.from('x'));
  return withSegments(jpeg, ...Array.from({ length: 50_000 }, () => comment));
}

function pngClaiming(edge: number): Buffer {
  return png(pngHeader(edge, edge, 8, 2), pngChunk('IDAT', deflateSync(Buffer.alloc(1_000))));
}

/** 100 × 100 pixels whose data go on for a gigabyte. */
function pngDeflateBomb(): Buffer {
  return png(pngHeader(100, 100, 8, 2), pngChunk('IDAT', zlibBomb(1_024)));
}

function pngTextBomb(): Buffer {
  const bomb = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), zlibBomb(512, 0x41)]);
  const rows = deflateSync(Buffer.alloc(64 * (1 + 96 * 3), 0));
  return png(pngHeader(96, 64, 8, 2), pngChunk('zTXt', bomb), pngChunk('IDAT', rows));
}

function svg(): Buffer {
  return Buffer.from(
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
  );
}

function html(): Buffer {
  return Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');
}

/** A directory whose next directory is itself, with one tag and no picture. */
function tiffLoop(): Buffer {
  const out = Buffer.alloc(64);
  out.write('II*\0', 'latin1');
  out.writeUInt32LE(8, 4);
  out.writeUInt16LE(1, 8);
  out.writeUInt16LE(256, 10);
  out.writeUInt16LE(4, 12);
  out.writeUInt32LE(1, 14);
  out.writeUInt32LE(100, 18);
  out.writeUInt32LE(8, 22);
  return out;
}

function bmpClaiming(edge: number): Buffer {
  const out = Buffer.alloc(100);
  out.write('BM', 'latin1');
  out.writeUInt32LE(54, 10);
  out.writeUInt32LE(40, 14);
  out.writeInt32LE(edge, 18);
  out.writeInt32LE(edge, 22);
  out.writeUInt16LE(1, 26);
  out.writeUInt16LE(24, 28);
  return Buffer.concat([out, uint16(0)]);
}
