import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { shareOf } from '../../src/pdf/placement.ts';
import { field, N, page } from './support/document.ts';
import { signedVoucher } from './support/sign.ts';

const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };
const placeOf = async (body: string, shown = '/F 132') => {
  const widget = field(`/V ${N.signature} 0 R`).replace('/F 132', shown);
  const pdf = signedVoucher({
    parts: [
      { number: N.page, body },
      { number: N.field, body: widget },
    ],
  });
  const { signatures } = await verifyPdf(pdf, context);
  return { page: signatures[0]!.page, place: signatures[0]!.place };
};

// The widget is the upper right quarter of a page of 200 × 400: x from 100, y from 300.
test.each([
  ['as it is', '', { x: 0.5, y: 0, width: 0.5, height: 0.25 }],
  ['a quarter clockwise', '/Rotate 90', { x: 0.75, y: 0.5, width: 0.25, height: 0.5 }],
  ['half', '/Rotate 180', { x: 0, y: 0.75, width: 0.5, height: 0.25 }],
  ['a quarter counter-clockwise', '/Rotate -90', { x: 0, y: 0, width: 0.25, height: 0.5 }],
  ['cropped', '/CropBox [100 200 200 400]', { x: 0, y: 0, width: 1, height: 0.5 }],
  ['cropped through the widget', '/CropBox [0 0 200 350]', { x: 0.5, y: 0, width: 0.5, height: 1 / 7 }],
  ['cropped beyond the paper', '/CropBox [-100 -100 300 500]', { x: 0.5, y: 0, width: 0.5, height: 0.25 }],
])('turned and cropped: %s', async (_, more, place) => {
  const found = await placeOf(page(more));
  expect(found.page).toBe(1);
  for (const key of ['x', 'y', 'width', 'height'] as const)
    expect(found.place![key]).toBeCloseTo(place[key], 9);
});

test.each([
  ['cropped away', page('/CropBox [0 0 100 100]'), '/F 132'],
  ['hidden', page(), '/F 2'],
  ['not to be viewed', page(), '/F 32'],
  ['on no page', page('', [N.amount]), '/F 132'],
])('invisible: %s', async (_, body, flags) => {
  expect(await placeOf(body, flags)).toEqual({ page: null, place: null });
});

test('shares stay within the page, and four quarter turns bring a place back', () => {
  const number = fc.integer({ min: -50, max: 150 });
  fc.assert(
    fc.property(number, number, number, number, fc.integer({ min: 0, max: 3 }), (a, b, c, d, turns) => {
      const box = [0, 0, 100, 80] as const;
      const rectangle = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
      const { x, y, width, height } = shareOf(rectangle, box, turns);
      for (const share of [x, y, width, height, x + width, y + height]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
      }
      const again = shareOf(rectangle, box, turns + 4);
      expect(again.x).toBeCloseTo(x, 9);
      expect(again.height).toBeCloseTo(height, 9);
    }),
    { seed: 9, numRuns: 500 },
  );
});
