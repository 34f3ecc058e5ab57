import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openRecogniser } from '@jianzhen/detector-papers';
import type { RgbImage } from '@jianzhen/raster';
import { expect, it } from 'vitest';

interface Golden {
  readonly paper: number;
  readonly ink: number;
  readonly strips: readonly {
    readonly width: number;
    /** Left, top, width and height of each. */
    readonly bars: readonly (readonly [number, number, number, number])[];
    readonly text: string;
    readonly confidences: readonly number[];
  }[];
}

const HEIGHT = 48;
const models = new URL('../../../../../models/seal/', import.meta.url);
/** What training/seal/reader/export.py has PyTorch make of the same strips. */
const golden: Golden = JSON.parse(readFileSync(new URL('reader.golden.json', models), 'utf8'));

function stripOf(width: number, bars: Golden['strips'][number]['bars']): RgbImage {
  const rgb = new Uint8Array(3 * width * HEIGHT).fill(golden.paper);
  for (const [left, top, w, h] of bars)
    for (let y = top; y < top + h; y++)
      rgb.fill(golden.ink, 3 * (y * width + left), 3 * (y * width + left + w));
  return { width, height: HEIGHT, rgb };
}

it('reads drawn strips as it did where it was trained', { timeout: 60_000 }, async () => {
  const recognise = await openRecogniser({ network: fileURLToPath(new URL('reader.onnx', models)) });
  const read = await recognise(golden.strips.map(({ width, bars }) => stripOf(width, bars)));
  for (const [i, { text, confidences }] of golden.strips.entries()) {
    expect(read[i]!.text).toBe(text);
    for (const [k, confidence] of confidences.entries())
      expect(Math.abs(read[i]!.confidences[k]! - confidence)).toBeLessThan(2e-3);
  }
});
