import { describe, expect, test } from 'vitest';
import { sniff } from '../src/index.ts';
import { fixture } from './hostile/bytes.ts';
import { ofd, ofdParts } from './hostile/ofds.ts';
import { onePage, writePdf } from './hostile/pdf-writer.ts';
import { writeZip } from './hostile/zip-writer.ts';

describe('sniff', () => {
  test.each([
    ['baseline.jpg', 'jpeg'],
    ['rgb16.png', 'png'],
    ['picture.gif', 'gif'],
    ['picture.webp', 'webp'],
  ])('%s is %s', (file, format) => {
    expect(sniff(fixture(file))).toEqual({ kind: 'image', format, mediaType: `image/${format}` });
  });

  test('a PDF whose header comes after some junk', () => {
    expect(sniff(Buffer.concat([Buffer.alloc(900, 0x20), writePdf(onePage(''))])).kind).toBe('pdf');
    expect(sniff(Buffer.concat([Buffer.alloc(1_100, 0x20), writePdf(onePage(''))])).kind).toBe('other');
  });

  test('an OFD is a ZIP with OFD.xml; other ZIPs are not', () => {
    expect(sniff(ofd(ofdParts(''))).kind).toBe('ofd');
    expect(sniff(writeZip({ 'word/document.xml': Buffer.from('x') }))).toMatchObject({
      kind: 'other',
      seen: { en: 'a Word document (DOCX)', zh: 'Word 文档（DOCX）' },
    });
  });

  test('AVIF and HEIC go by their brands', () => {
    const box = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1');
    expect(sniff(box('avif'))).toMatchObject({ format: 'avif' });
    expect(sniff(box('heic'))).toMatchObject({ format: 'heic' });
    expect(sniff(Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomiso2', 'latin1'))).toMatchObject({
      kind: 'other',
    });
  });

  test.each([
    ['BM is how this text happens to begin, and it is no bitmap', 'plain text'],
    ['<!DOCTYPE html><html>', 'an HTML page'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG drawing'],
    ['MZ\x90\0\x03\0\0\0', 'a Windows program'],
    ['\0\x01\x02\x03\x04\x05', 'unknown data beginning 00 01 02 03 04 05'],
  ])('names what else it saw: %j', (text, seen) => {
    expect(sniff(Buffer.from(text, 'latin1'))).toMatchObject({ kind: 'other', seen: { en: seen } });
  });
});
