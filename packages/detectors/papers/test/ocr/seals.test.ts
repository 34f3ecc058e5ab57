import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/ocr/networks.ts';
import { sealAreas } from '../../src/ocr/seals/areas.ts';
import { underSeals } from '../../src/ocr/seals/under.ts';
import { drawnPage } from './support.ts';

const RED = 'rgb(206, 32, 38)';
type Context = Parameters<Parameters<typeof drawnPage>[2]>[0];

const ring = (context: Context, x: number, y: number, radius: number) => {
  // Ink does not cover print, it darkens it.
  context.globalCompositeOperation = 'multiply';
  context.strokeStyle = RED;
  context.lineWidth = 10;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.fillStyle = RED;
  context.fillRect(x - 14, y - 14, 28, 28);
};
/** A line of print: a black bar about (x, y). */
const bar = (context: Context, x: number, y: number, width: number) => {
  context.fillStyle = '#111';
  context.fillRect(x - width / 2, y - 6, width, 12);
};
const withSeal = drawnPage(700, 700, (context) => {
  bar(context, 340, 400, 260);
  bar(context, 300, 100, 300);
  ring(context, 400, 400, 75);
});

/** Sees text wherever the picture is dark in its blue channel: red ink as well as black. */
const dark: Network = async (data, [, , height, width], use) =>
  use(
    data.slice(0, height * width).map((value) => (value < 0 ? 0.95 : 0)),
    [1, 1, height, width],
  );

describe('seals', () => {
  it('are found where red ink stands as broad as high', () => {
    const [area, ...more] = sealAreas(withSeal);
    expect(more).toEqual([]);
    expect(area.x + area.width / 2).toBeCloseTo(400, -1.2);
    expect(area.y + area.height / 2).toBeCloseTo(400, -1.2);
    expect(area.width).toBeGreaterThan(150);
    expect(area.width).toBeLessThan(200);
  });

  it('are no red tables, red headings or black print', () => {
    const form = drawnPage(700, 700, (context) => {
      context.strokeStyle = RED;
      context.lineWidth = 6;
      context.strokeRect(60, 300, 580, 200);
      context.fillStyle = RED;
      context.fillRect(250, 60, 200, 30);
      bar(context, 300, 600, 300);
    });
    expect(sealAreas(form)).toEqual([]);
  });

  it('hide no line that lies under them, and change none elsewhere', async () => {
    const mangled = { cx: 370, cy: 400, width: 300, height: 170, angle: 0 };
    const elsewhere = { cx: 300, cy: 100, width: 310, height: 22, angle: 0 };
    const { rectangles, pageFor } = await underSeals(withSeal, [mangled, elsewhere], dark);
    expect(rectangles).toHaveLength(2);
    expect(rectangles).toContain(elsewhere);
    const line = rectangles.find((rectangle) => rectangle !== elsewhere)!;
    expect(line.cx).toBeCloseTo(340, -1);
    expect(line.cy).toBeCloseTo(400, -1);
    expect(Math.abs(line.width - 260)).toBeLessThan(40);
    expect(line.height).toBeLessThan(40);
    expect(pageFor(elsewhere)).toBe(withSeal);
    const clear = pageFor(line);
    const at = 3 * (326 * clear.width + 400);
    expect(Math.min(...clear.rgb.slice(at, at + 3))).toBeGreaterThan(180);
  });

  it('cost nothing where there are none', async () => {
    const plain = drawnPage(300, 300, (context) => bar(context, 150, 150, 200));
    const never: Network = () => Promise.reject(new Error('no need to look'));
    expect((await underSeals(plain, [], never)).rectangles).toEqual([]);
  });
});
