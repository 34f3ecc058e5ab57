import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedLine, RecognisedPage } from '../../src/text.ts';
import { drawnPage } from '../ocr/support.ts';

export interface NumberOnPage {
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  /** Pixels an em; 26 unless told. */
  readonly size?: number;
  readonly colour?: string;
}

/** Numbers drawn on white, and what a reader would say of them: boxes about as coarse as a reader's. */
export function numbersPage(numbers: readonly NumberOnPage[]): { image: RgbImage; page: RecognisedPage } {
  const lines: RecognisedLine[] = [];
  const image = drawnPage(600, 700, (context) => {
    const family = context.font.slice(context.font.indexOf('px') + 3);
    for (const { text, x, y, size = 26, colour = '#222' } of numbers) {
      context.font = `${size}px ${family}`;
      context.fillStyle = colour;
      context.fillText(text, x, y);
      const characters = [...text].map((character, i) => ({
        text: character,
        confidence: 0.99,
        region: {
          x: x + context.measureText(text.slice(0, i)).width,
          y: y - 0.8 * size,
          width: context.measureText(character).width,
          height: 0.9 * size,
        },
      }));
      const width = context.measureText(text).width;
      const [left, top] = [x, y - size];
      lines.push({
        text,
        confidence: 0.99,
        region: { x: left, y: top, width, height: 1.2 * size },
        characters,
        polygon: [
          { x: left, y: top },
          { x: left + width, y: top },
          { x: left + width, y: y + 0.2 * size },
          { x: left, y: y + 0.2 * size },
        ],
      });
    }
  });
  return { image, page: { width: 600, height: 700, lines, tables: [] } };
}

/** A column of amounts at one right edge, as a statement has it. */
export const AMOUNTS: readonly NumberOnPage[] = [
  '3,208.14',
  '1,950.36',
  '8,472.09',
  '6,315.27',
  '9,084.53',
  '2,761.48',
  '7,139.60',
  '5,426.81',
  '4,593.72',
  '1,087.95',
].map((text, row) => ({ text, x: 300, y: 60 + 60 * row }));
