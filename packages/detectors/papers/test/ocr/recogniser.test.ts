import { describe, expect, it } from 'vitest';
import { openRecogniser } from '../../src/ocr/index.ts';
import { drawnPage } from './support.ts';

describe('a recogniser of ready-made strips', { timeout: 60_000 }, () => {
  it('reads them in order, with the places of characters', async () => {
    const recognise = await openRecogniser();
    const strip = (text: string) =>
      drawnPage(280, 48, (context) => {
        context.font = '36px "papers test"';
        context.fillText(text, 8, 37);
      });
    const [first, second] = await recognise([strip('财务专用章'), strip('4101020012345')]);
    expect(first!.text).toBe('财务专用章');
    expect(second!.text).toBe('4101020012345');
    expect(first!.confidences).toHaveLength(5);
    // 36 pixels each from the eighth on.
    for (const [i, place] of first!.places.entries())
      expect(Math.abs(place * 280 - (8 + 36 * (i + 0.5)))).toBeLessThan(14);
    await expect(recognise([{ width: 10, height: 40, rgb: new Uint8Array(1200) }])).rejects.toThrow(
      RangeError,
    );
  });
});
