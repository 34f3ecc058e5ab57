import { describe, expect, it } from 'vitest';
import { fileName } from '../src/file-name.ts';
import { bytes, explain, instant, percent } from '../src/format.ts';

describe('format', () => {
  it.each([
    [0, '<1%'],
    [0.0049, '<1%'],
    [0.005, '1%'],
    [0.424, '42%'],
    [0.994, '99%'],
    [0.995, '>99%'],
    [1, '>99%'],
  ])('never promises certainty: %d is %s', (probability, shown) => {
    expect(percent(probability)).toBe(shown);
  });

  it('explains a probability in words that agree with the number', () => {
    expect(explain(0.973).en).toBe('Of 100 pages that get this value, about 97 are forged.');
    expect(explain(0.01).en).toBe('Of 100 pages that get this value, about 1 is forged.');
    expect(explain(0.999).zh).toContain('超过 99 页');
    expect(explain(0.001).zh).toContain('不到 1 页');
  });

  it('writes sizes in binary units', () => {
    expect([0, 1023, 1024, 85_804, 5 * 1024 ** 2, 3 * 1024 ** 4].map(bytes)).toEqual([
      '0 B',
      '1023 B',
      '1.0 KiB',
      '84 KiB',
      '5.0 MiB',
      '3072 GiB',
    ]);
  });

  it('writes instants as they are, in UTC', () => {
    expect(instant('2026-03-01T08:30:00.000Z')).toBe('2026-03-01 08:30:00 UTC');
    expect(instant('<yesterday>')).toBe('<yesterday>');
  });
});

describe('file names', () => {
  it.each([
    ['a.jpg', '<bdi>a.jpg</bdi>'],
    ['客户/七/a.jpg', '<bdi><span class="folder">客户/七/</span><wbr>a.jpg</bdi>'],
    ['C:\\in\\<a>.jpg', '<bdi><span class="folder">C:\\in\\</span><wbr>&lt;a&gt;.jpg</bdi>'],
  ])('%s: the folder stands back', (path, markup) => {
    expect(fileName(path).markup).toBe(markup);
  });
});
