import { writeCode } from '@jianzhen/simulate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctSymbol, patternAgreement } from '../../src/read/symbol/correct.ts';
import { layoutOf } from '../../src/read/symbol/layout.ts';
import { correctBlock } from '../../src/read/symbol/reed-solomon.ts';

const LEVELS = ['L', 'M', 'Q', 'H'] as const;
const darknessOf = (dark: Uint8Array): Float32Array => Float32Array.from(dark, (value) => (value ? 1 : -1));

describe('Reed–Solomon', () => {
  /** Parity that is erased as a whole is computed: encoding. */
  const encoded = (data: Uint8Array, parity: number): Uint8Array => {
    const block = new Uint8Array(data.length + parity);
    block.set(data);
    const erased = Array.from({ length: parity }, (_, i) => data.length + i);
    return correctBlock(block, parity, erased)!.block;
  };

  test('errors and erasures up to the bound are corrected', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 4, maxLength: 60 }),
        fc.integer({ min: 6, max: 30 }),
        fc.infiniteStream(fc.nat()),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (data, parity, stream, share) => {
          const block = encoded(data, parity);
          const erasures = Math.floor(share * parity);
          const errors = Math.floor((parity - erasures) / 2);
          const next = () => stream.next().value as number;
          const places = new Set<number>();
          while (places.size < Math.min(block.length, erasures + errors)) places.add(next() % block.length);
          const damaged = block.slice();
          for (const place of places) damaged[place]! ^= 1 + (next() % 255);
          const corrected = correctBlock(damaged, parity, [...places].slice(0, erasures));
          expect(corrected?.block).toEqual(block);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('layout', () => {
  test.each([1, 2, 6, 7, 14, 22, 32, 36, 40])('version %i is what the writer writes', async (version) => {
    for (const level of LEVELS) {
      const { dark, width } = await writeCode(`v${version}`, { version, level });
      const layout = layoutOf(version);
      expect(width).toBe(layout.size);
      expect(patternAgreement(layout, darknessOf(dark))).toBe(1);
      const corrected = correctSymbol(layout, darknessOf(dark));
      // Comparing thirty thousand modules one by one takes seconds.
      expect(corrected && Buffer.from(corrected).equals(dark), level).toBe(true);
    }
  });
});

describe('correcting', () => {
  test('doubtful modules may be wrong where sure ones are right', async () => {
    const { dark } = await writeCode('https://example.com/glare', { version: 4, level: 'M' });
    const layout = layoutOf(4);
    const seen = darknessOf(dark);
    // A glare over a tenth of the symbol: all light, and little contrast.
    for (let y = 12; y < 22; y++) for (let x = 12; x < 23; x++) seen[y * layout.size + x] = -0.05;
    expect(correctSymbol(layout, seen)).toEqual(dark);
  });

  test('noise is no symbol', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), (version, stream) => {
        const layout = layoutOf(version);
        const noise = Float32Array.from(
          layout.kinds,
          () => ((stream.next().value as number) % 2001) / 1000 - 1,
        );
        expect(correctSymbol(layout, noise)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});
