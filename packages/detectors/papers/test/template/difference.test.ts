import { describe, expect, it } from 'vitest';
import { fingerprint, templateDifference, verifyTemplate } from '../../src/template/index.ts';
import { capture, FILLS, form } from './forms.ts';

const blank = { width: 1240, height: 1754, rgb: new Uint8Array(1240 * 1754 * 3).fill(255) };

describe('the difference of two pages of one template', () => {
  const fills = FILLS.map((fill, i) => (i === 0 ? '赵敏' : i === 2 ? '48299' : fill));
  const [first, second] = [form(), form({ fills, move: capture(0.01, 0.97, 8, -6) })];
  const { alignment } = verifyTemplate(fingerprint(first, null), fingerprint(second, null));
  const { regions, png } = templateDifference(
    { page: first, image: blank },
    { page: second, image: blank },
    alignment!,
    400,
  );

  it('lists what was exchanged and nothing else, with its boxes', () => {
    expect(regions.map(({ before, after }) => [before, after])).toEqual([
      ['王伟', '赵敏'],
      ['13', '99'],
    ]);
    const [name] = regions;
    expect(name!.first).toMatchObject({ x: 340, y: 400, width: 60 });
    expect(name!.second!.width).toBeCloseTo(58, 0);
  });

  it('draws both pages side by side as a PNG with frames', () => {
    const view = new DataView(png.buffer, png.byteOffset);
    expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(view.getUint32(20)).toBe(400);
    expect(view.getUint32(16)).toBe(2 * 283 + 12);
  });
});
