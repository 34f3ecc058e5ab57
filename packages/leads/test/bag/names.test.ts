import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInfo, parseInfo } from '../../src/bag/info.ts';
import { formatManifest, parseManifest } from '../../src/bag/manifest.ts';
import { checkPath, decodePath, encodePath, hostility, safeFileName } from '../../src/bag/names.ts';

describe('names in a package', () => {
  it.each([
    '../evil',
    'a/../../b',
    '/etc/passwd',
    'C:/windows',
    'a\\b',
    '~/x',
    'a//b',
    './a',
    '',
    'con',
    'data/NUL.txt',
    'a/com1.jpg',
    'a\u0000b',
    'gpj\u202eexe',
    'a ',
    'b.',
    'a?b',
    '\ud800',
  ])('%j is refused by code', (path) => {
    expect(() => checkPath(path)).toThrow(expect.objectContaining({ code: 'leads.name-hostile' }));
  });

  it.each(['data/材料/诊断证明.jpg', 'a b/c.d', 'console.txt', 'line\nend', '100%.txt'])(
    '%j is taken',
    (path) => {
      expect(hostility(path)).toBeNull();
    },
  );

  it('too long a path is refused', () => {
    expect(hostility('x'.repeat(500))).toBe('length');
    expect(hostility(`${'x'.repeat(201)}/a`)).toBe('length');
  });

  it('percent-encodes CR, LF and % and nothing else', () => {
    expect(encodePath('100%\r\n 流水.pdf')).toBe('100%25%0D%0A 流水.pdf');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'%\r\n0D0A25料') }), (path) => {
        expect(decodePath(encodePath(path))).toBe(path);
      }),
    );
  });

  it('makes any name safe, and keeps what can be kept', () => {
    expect(safeFileName('诊断证明 2.JPG')).toBe('诊断证明 2.JPG');
    expect(safeFileName('../../etc/passwd')).toBe('passwd');
    expect(safeFileName('..')).toBe('file');
    expect(safeFileName('aux.pdf')).toBe('_aux.pdf');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (name) => {
        expect(hostility(safeFileName(name))).toBeNull();
      }),
      { numRuns: 300, seed: 8493 },
    );
  });
});

describe('manifests', () => {
  const digest = 'ab'.repeat(32);
  it('come back as they were written, in one order', () => {
    const path = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => hostility(text) === null);
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
        const text = formatManifest(paths.map((p) => ({ path: p, digest })));
        expect(new Set(parseManifest(text)?.keys())).toEqual(new Set(paths));
      }),
    );
  });

  it.each([
    `${digest}  ../x\n`,
    `${digest}  a\n${digest}  a\n`,
    `${digest}  b\n${digest}  a\n`,
    `${digest} a\n`,
    `${digest.toUpperCase()}  a\n`,
    `${digest}  a`,
    `${digest}  a\n\n`,
  ])('%j is none of ours', (text) => expect(parseManifest(text)).toBeNull());
});

it('bag-info keeps a value on one line', () => {
  const text = formatInfo([['Source-Organization', '某消费金融\nBag-Size: 0']]);
  expect([...parseInfo(text)]).toEqual([['Source-Organization', '某消费金融 Bag-Size: 0']]);
  expect(parseInfo('A: one\n  two\n').get('A')).toBe('one two');
});
