import { describe, expect, it } from 'vitest';
import { compareWithSpecimen } from '../../src/index.ts';
import { drawPatch } from '../drawing.ts';
import { openTestNetwork } from '../network.ts';

/** The picture in letters, 16 × 16: `#` ink of both, `s` only the specimen's, `x` only the seal's, `.` neither, ink near the other's counting as of both; a cell takes a difference's letter from a twelfth of it up, else its commonest. */
function sketch({ width, rgb }: { width: number; rgb: Uint8Array }): string[] {
  const letter: Readonly<Record<string, string>> = {
    '96,96,96': '#',
    '34,98,214': 's',
    '222,44,44': 'x',
    '150,180,236': '#',
    '240,164,164': '#',
    '255,255,255': '.',
  };
  const cell = width / 16;
  return Array.from({ length: 16 }, (_, row) =>
    Array.from({ length: 16 }, (__, column) => {
      const counts: Record<string, number> = {};
      for (let y = row * cell; y < (row + 1) * cell; y++)
        for (let x = column * cell; x < (column + 1) * cell; x++) {
          const at = 3 * (y * width + x);
          const key = letter[rgb.subarray(at, at + 3).join()] ?? '?';
          counts[key] = (counts[key] ?? 0) + 1;
        }
      const odd = ['s', 'x'].find((one) => (counts[one] ?? 0) > cell ** 2 / 12);
      return odd ?? Object.entries(counts).sort((a, b) => b[1] - a[1])[0]![0];
    }).join(''),
  );
}

describe('a seal against a specimen', () => {
  const specimen = drawPatch({ name: 1 });

  it('lies on the specimen wherever it was turned, and draws no difference', async () => {
    const seal = drawPatch({ name: 1 }, { turn: 0.5, shift: [0.01, -0.01] });
    const same = (await compareWithSpecimen(seal, specimen, await openTestNetwork()))!;
    expect(same.turn).toBeCloseTo((0.5 * 180) / Math.PI, -1);
    expect(same.missing).toBeLessThan(0.02);
    expect(same.surplus).toBeLessThan(0.02);
    expect(same.reasons[0]!.code).toBe('seal.specimen-same');
    expect(sketch(same.differences).join('')).not.toMatch(/[sx]/);
  });

  it('shows what is another name’s, in a picture that stays the same', async () => {
    const other = (await compareWithSpecimen(drawPatch({ name: 2 }), specimen, await openTestNetwork()))!;
    expect(other.missing).toBeGreaterThan(0.02);
    expect(other.reasons[0]!.code).toBe('seal.specimen-other');
    expect(sketch(other.differences)).toMatchSnapshot();
  });

  it('is nothing where there is no seal', async () => {
    const blank = { ...specimen, ink: new Float32Array(256 * 256) };
    expect(await compareWithSpecimen(blank, specimen, await openTestNetwork())).toBeNull();
  });
});
