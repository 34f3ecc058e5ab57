import type { Region } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { findBurntBoxes, overlap, withoutBurntBoxes } from '../../src/seals/index.ts';

const [WIDTH, HEIGHT] = [300, 260];

function paper(): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, i) => 200 + (i % 3));
}

function fill(rgb: Uint8Array, { x, y, width, height }: Region, colour: readonly number[]): void {
  for (let v = Math.max(0, y); v < Math.min(HEIGHT, y + height); v++)
    for (let u = Math.max(0, x); u < Math.min(WIDTH, x + width); u++) rgb.set(colour, (v * WIDTH + u) * 3);
}

/** An outline four pixels wide with a label on its upper left corner, as the tool draws them. */
function burn(rgb: Uint8Array, box: Region, colour: readonly number[]): void {
  const { x, y, width, height } = box;
  fill(rgb, { x: x - 2, y: y - 2, width: width + 4, height: 4 }, colour);
  fill(rgb, { x: x - 2, y: y + height - 2, width: width + 4, height: 4 }, colour);
  fill(rgb, { x: x - 2, y: y - 2, width: 4, height: height + 4 }, colour);
  fill(rgb, { x: x + width - 2, y: y - 2, width: 4, height: height + 4 }, colour);
  fill(rgb, { x: x - 2, y: y - 34, width: 30, height: 34 }, colour);
  fill(rgb, { x: x + 6, y: y - 28, width: 10, height: 20 }, [255, 255, 255]);
}

describe('burnt boxes', () => {
  it.each([
    ['red', { x: 60, y: 70, width: 120, height: 100 }, [255, 56, 56]],
    ['blue', { x: 40, y: 90, width: 90, height: 130 }, [12, 44, 212]],
    ['cut by the right edge', { x: 200, y: 70, width: 140, height: 100 }, [255, 56, 56]],
    ['cut by the lower edge', { x: 60, y: 120, width: 120, height: 200 }, [255, 56, 56]],
  ] as const)('are read and taken out: %s', (_, box, colour) => {
    const rgb = paper();
    burn(rgb, box, colour);
    const image = { width: WIDTH, height: HEIGHT, rgb };
    const found = findBurntBoxes(image);
    expect(found).toHaveLength(1);
    const shown = {
      ...box,
      width: Math.min(box.width, WIDTH - box.x),
      height: Math.min(box.height, HEIGHT - box.y),
    };
    expect(overlap(found[0]!, shown)).toBeGreaterThan(0.95);
    const clean = withoutBurntBoxes(image, found).rgb;
    expect(clean.every((value) => Math.abs(value - 201) < 60)).toBe(true);
    const coloured = clean.filter((value, i) => i % 3 === 0 && Math.abs(value - clean[i + 2]!) > 40);
    expect(coloured).toHaveLength(0);
  });

  it('are none where red ink makes strokes and a ring', () => {
    const rgb = paper();
    for (let t = 0; t < 6.28; t += 0.01)
      fill(
        rgb,
        { x: Math.round(150 + 80 * Math.cos(t)), y: Math.round(130 + 80 * Math.sin(t)), width: 4, height: 4 },
        [230, 30, 40],
      );
    fill(rgb, { x: 110, y: 120, width: 60, height: 5 }, [230, 30, 40]);
    expect(findBurntBoxes({ width: WIDTH, height: HEIGHT, rgb })).toEqual([]);
  });
});
