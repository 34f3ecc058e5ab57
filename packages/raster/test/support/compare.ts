import sharp from 'sharp';
import { expect } from 'vitest';

/** What libvips (libjpeg underneath) makes of a file, as RGB. */
export async function reference(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes, { failOn: 'none', ignoreIcc: true }).toColourspace('srgb').raw().toBuffer();
}

/** Asserts that samples differ by at most `most` each and by `mean` on average. */
export function expectClose(actual: Uint8Array, expected: Uint8Array, most = 1, mean = 0.3): void {
  expect(actual.length).toBe(expected.length);
  let worst = 0;
  let sum = 0;
  for (let i = 0; i < actual.length; i++) {
    const difference = Math.abs(actual[i]! - expected[i]!);
    worst = Math.max(worst, difference);
    sum += difference;
  }
  expect(worst).toBeLessThanOrEqual(most);
  expect(sum / actual.length).toBeLessThan(mean);
}
