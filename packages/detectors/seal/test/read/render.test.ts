import { describe, expect, it } from 'vitest';
import { layOutSeals, pageSeal, renderPart, titlePart } from '../../src/index.ts';
import { drawnSeal } from '../drawn.ts';
import { openTestRing } from '../network.ts';

describe('a part drawn in layers', async () => {
  const { image, seal } = drawnSeal({ title: '白石县民政局', star: true }, { print: false });
  const [laid] = await layOutSeals([pageSeal(image, seal)], await openTestRing());
  const layout = laid!.layout!;
  const draw = (rendering: 'ink' | 'picture' | 'layers') =>
    renderPart(layout, titlePart(layout), rendering).rgb;
  const [ink, picture, layers] = [draw('ink'), draw('picture'), draw('layers')];

  it('has print alone in red, all that is dark in green, and the ink in blue', () => {
    expect(layers.length).toBe(picture.length);
    for (let i = 0; i < layers.length; i += 3) {
      const channels = picture.subarray(i, i + 3);
      expect([...layers.subarray(i, i + 3)]).toEqual([Math.max(...channels), Math.min(...channels), ink[i]]);
    }
    const darkest = (channel: number) =>
      layers.filter((_, i) => i % 3 === channel).reduce((a, b) => Math.min(a, b));
    expect(darkest(0)).toBeGreaterThan(darkest(1) + 80);
  });
});
