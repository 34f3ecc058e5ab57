import { describe, expect, it } from 'vitest';
import {
  fingerprint,
  materialFromBytes,
  materialToBytes,
  sketchFromText,
  sketchToText,
  verifyTemplate,
} from '../../src/template/index.ts';
import { form, OTHER_FILLS } from './forms.ts';

const image = { width: 1240, height: 1754, rgb: new Uint8Array(1240 * 1754 * 3).fill(240) };
for (let x = 100; x < 1100; x++)
  for (let y = 340; y < 343; y++) image.rgb.fill(40, 3 * (y * 1240 + x), 3 * (y * 1240 + x) + 3);
const page = fingerprint(form(), image);

describe('a fingerprint as text and bytes', () => {
  it('keeps the vector, within 256 bytes', () => {
    const text = sketchToText(page.sketch);
    expect(text).toMatch(/^[\w-]+$/);
    expect(Buffer.from(text, 'base64url').length).toBeLessThanOrEqual(256);
    expect(sketchFromText(text)).toEqual(page.sketch);
  });

  it('keeps what verification needs, within some KB', () => {
    const bytes = materialToBytes(page.material);
    expect(bytes.length).toBeLessThan(16_000);
    const back = materialFromBytes(bytes);
    expect(back.words.map(({ text }) => text)).toEqual(page.material.words.map(({ text }) => text));
    expect(back.words[3]!.x1).toBeCloseTo(page.material.words[3]!.x1, 4);
    expect(back.picture).toEqual(page.material.picture);
    expect(back.rules!.length).toBe(page.material.rules!.length);
    const other = fingerprint(form({ fills: OTHER_FILLS }), null);
    const [direct, stored] = [page.material, back].map(
      (material) => verifyTemplate({ ...page, material }, other).sameTemplate,
    );
    expect(stored).toBeCloseTo(direct!, 2);
  });

  it('refuses other versions and broken bytes', () => {
    const code = 'papers.template-unreadable';
    expect(() => sketchFromText('AAAA')).toThrow(expect.objectContaining({ code }));
    expect(() => sketchFromText(sketchToText(page.sketch).slice(0, 40))).toThrow(
      expect.objectContaining({ code }),
    );
    const bytes = materialToBytes(page.material);
    expect(() => materialFromBytes(bytes.slice(0, 60))).toThrow(expect.objectContaining({ code }));
    expect(() => materialFromBytes(Uint8Array.of(9, ...bytes.slice(1)))).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('marks of a page', () => {
  it('are found as lines where the page has them', () => {
    expect(page.material.rules).toHaveLength(1);
    const [rule] = page.material.rules!;
    expect(rule!.x1).toBeCloseTo(100 / 1754, 2);
    expect(rule!.x2).toBeCloseTo(1100 / 1754, 2);
    expect(rule!.y1).toBeCloseTo(341 / 1754, 2);
  });
});
