import { expect, test } from 'vitest';
import { decode } from '../../src/codec.ts';
import { retypedVoucher } from '../../src/retyped/index.ts';

test('a retyped page differs from its twin in the edited boxes alone', async () => {
  const request = { capture: 'png', seed: 'test-1' } as const;
  const genuine = await retypedVoucher('payment-screenshot', { ...request, wardrobe: null });
  const retyped = await retypedVoucher('payment-screenshot', { ...request, wardrobe: 'tuning' });
  expect(genuine.edits).toHaveLength(0);
  expect(retyped.edits.length).toBeGreaterThan(0);
  const [before, after] = [await decode(genuine.file), await decode(retyped.file)];
  let inside = 0;
  for (let i = 0; i < before.rgb.length; i++) {
    if (before.rgb[i] === after.rgb[i]) continue;
    const x = Math.floor(i / 3) % before.width;
    const y = Math.floor(i / 3 / before.width);
    const { box } =
      retyped.edits.find(
        (edit) =>
          x >= edit.box.x &&
          x < edit.box.x + edit.box.width &&
          y >= edit.box.y &&
          y < edit.box.y + edit.box.height,
      ) ?? {};
    expect(box).toBeDefined();
    inside++;
  }
  expect(inside).toBeGreaterThan(20);
  for (const { was, wording, figures, typed } of retyped.edits) {
    expect(wording).toHaveLength(was.length);
    expect(wording).not.toBe(was);
    expect(figures).toHaveLength(was.length);
    expect(typed).toHaveLength(was.length);
  }
});

test('the same seed makes the same page, another variant another edit', async () => {
  const request = { capture: 'png', seed: 'test-2', wardrobe: 'held' } as const;
  const [a, b, c] = [
    await retypedVoucher('payment-screenshot', request),
    await retypedVoucher('payment-screenshot', request),
    await retypedVoucher('payment-screenshot', { ...request, variant: 'other' }),
  ];
  expect(Buffer.from(a.file).equals(b.file)).toBe(true);
  expect(Buffer.from(a.file).equals(c.file)).toBe(false);
});
