import { plane } from '@jianzhen/raster';
import { describe, expect, it } from 'vitest';
import { textBoxes } from '../../src/ocr/detect/boxes.ts';
import { withoutOverlaps } from '../../src/ocr/detect/overlaps.ts';
import { textProbability, tileInput } from '../../src/ocr/detect/probability.ts';
import { liesOnSide, pageSkew } from '../../src/ocr/detect/skew.ts';
import { tiles, workingScale } from '../../src/ocr/detect/tiles.ts';
import type { Network } from '../../src/ocr/networks.ts';

/** A map with turned kernels of the given probability. */
function mapOf(
  kernels: readonly { cx: number; cy: number; w: number; h: number; angle: number; p: number }[],
) {
  const map = plane(200, 120);
  for (const { cx, cy, w, h, angle, p } of kernels) {
    for (let i = 0; i < map.data.length; i++) {
      const [dx, dy] = [(i % 200) + 0.5 - cx, Math.floor(i / 200) + 0.5 - cy];
      const u = dx * Math.cos(angle) + dy * Math.sin(angle);
      const v = dy * Math.cos(angle) - dx * Math.sin(angle);
      if (Math.abs(u) <= w / 2 && Math.abs(v) <= h / 2) map.data[i] = p;
    }
  }
  return map;
}

describe('boxes of a probability map', () => {
  it('grow a kernel by area over perimeter and keep its direction', () => {
    const [box, ...more] = textBoxes(mapOf([{ cx: 90, cy: 50, w: 120, h: 10, angle: 0.1, p: 0.9 }]));
    expect(more).toEqual([]);
    const { rectangle, score } = box;
    const margin = (120 * 10 * 1.5) / (2 * 130);
    expect(rectangle.angle).toBeCloseTo(0.1, 1);
    expect(Math.abs(rectangle.width - 120 - 2 * margin)).toBeLessThan(2.5);
    expect(Math.abs(rectangle.height - 10 - 2 * margin)).toBeLessThan(2.5);
    expect(Math.hypot(rectangle.cx - 90, rectangle.cy - 50)).toBeLessThan(1);
    expect(score).toBeGreaterThan(0.75);
  });

  it('give short kernels the direction of the page, and leave out faint and tiny ones', () => {
    const boxes = textBoxes(
      mapOf([
        { cx: 90, cy: 30, w: 120, h: 10, angle: 0.08, p: 0.9 },
        { cx: 60, cy: 80, w: 12, h: 10, angle: 0.3, p: 0.9 },
        { cx: 120, cy: 90, w: 40, h: 10, angle: 0, p: 0.4 },
        { cx: 180, cy: 100, w: 2, h: 2, angle: 0, p: 0.9 },
      ]),
    );
    expect(boxes.length).toBe(2);
    expect(boxes[0].rectangle.angle).toBe(boxes[1].rectangle.angle);
  });
});

it('margins that reach into a neighbour end half way', () => {
  const box = (cx: number, cy: number, width: number) => ({ cx, cy, width, height: 20, angle: 0.05 });
  const turn = ({ cx, cy, width, height, angle }: ReturnType<typeof box>) => ({
    cx: cx * Math.cos(angle) - cy * Math.sin(angle),
    cy: cx * Math.sin(angle) + cy * Math.cos(angle),
    width,
    height,
    angle,
  });
  // 50–150, 140–220 beside it, and one below.
  const boxes = [box(100, 50, 100), box(180, 52, 80), box(150, 90, 200)].map(turn);
  const [left, right, below] = withoutOverlaps(boxes, 0.05);
  const along = ({ cx, cy }: typeof left) => cx * Math.cos(0.05) + cy * Math.sin(0.05);
  expect(left.width).toBeCloseTo(95);
  expect(along(left) + left.width / 2).toBeCloseTo(145);
  expect(along(right) - right.width / 2).toBeCloseTo(145);
  expect(along(right) + right.width / 2).toBeCloseTo(220);
  expect(below).toEqual(boxes[2]);
});

describe('direction of a page', () => {
  const at = (width: number, height: number, angle = 0) => ({ cx: 0, cy: 0, width, height, angle });

  it('is that of its long lines', () => {
    expect(pageSkew([at(300, 20, 0.05), at(280, 20, 0.06), at(30, 20, -0.6), at(20, 300, 0.05)])).toBe(0.05);
    expect(pageSkew([at(20, 20, 0.4)])).toBe(0);
  });

  it('tells a page on its side', () => {
    expect(liesOnSide([at(20, 300), at(22, 200), at(100, 20)])).toBe(true);
    expect(liesOnSide([at(300, 20), at(22, 200), at(100, 20)])).toBe(false);
  });
});

describe('tiles', () => {
  it('cover a long receipt without a gap and see beyond their edges', () => {
    const parts = tiles(736, 5000);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map(({ down }) => down.from)).toEqual([0, ...parts.slice(0, -1).map(({ down }) => down.to)]);
    expect(parts.at(-1)!.down.to).toBe(5000);
    for (const { down } of parts) {
      expect(down.last - down.first).toBeLessThanOrEqual(1408);
      if (down.to < 5000) expect(down.last - down.to).toBe(64);
    }
  });

  it('bring an A4 page near its print size and enlarge no picture more than by half', () => {
    expect(workingScale(1240, 1754)).toBeCloseTo(0.727, 2);
    expect(workingScale(300, 200)).toBe(1.5);
    expect(workingScale(1080, 30_000) ** 2 * 1080 * 30_000).toBeLessThanOrEqual(6_000_001);
  });

  it('are put together to what one run over the whole page would say', async () => {
    // As wide as detection wants it, so that the page is not resampled.
    const page = { width: 736, height: 3100, rgb: new Uint8Array(3 * 736 * 3100) };
    for (let i = 0; i < page.rgb.length; i++) page.rgb[i] = (i * 7919) >> 5;
    const shapes: (readonly number[])[] = [];
    const blue: Network = async (data, shape, use) => {
      shapes.push(shape);
      return use(data.subarray(0, shape[2] * shape[3]), shape);
    };
    const map = await textProbability(page, blue);
    expect(shapes.length).toBe(3);
    expect(shapes.every(([, , rows, columns]) => rows % 32 === 0 && columns % 32 === 0)).toBe(true);
    const span = (length: number) => ({ from: 0, to: length, first: 0, last: length });
    const all = tileInput(page, { across: span(736), down: span(3100) });
    expect(
      Buffer.compare(Buffer.from(map.data.buffer), Buffer.from(all.data.buffer, 0, map.data.byteLength)),
    ).toBe(0);
  });
});
