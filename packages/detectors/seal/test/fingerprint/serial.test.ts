import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELLS } from '../../src/fingerprint/polar.ts';
import { imprintToText, templateToText } from '../../src/fingerprint/serial.ts';
import { imprintFromText, templateFromText } from '../../src/index.ts';
import { CODE_WORDS } from '../../src/search/bits.ts';
import { GEOMETRY } from '../../src/template/geometry.ts';

describe('fingerprints as text', () => {
  it('come back as they were', () => {
    const map = Uint8Array.from({ length: CELLS }, (_, i) => (i * 7) % 4);
    const codes = [1, 2].map((k) =>
      Uint32Array.from({ length: CODE_WORDS }, (_, i) => (i * k * 0x9e3779b9) >>> 0),
    );
    expect(imprintFromText(imprintToText({ codes, map }))).toEqual({ codes, map });
    const geometry = Float32Array.from({ length: GEOMETRY }, (_, i) => (i % 256) / 255);
    expect(templateFromText(templateToText(geometry))).toEqual(geometry);
  });

  it('are refused with a code where they are anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        for (const read of [imprintFromText, templateFromText])
          expect(() => read(text)).toThrowError(
            expect.objectContaining({ code: 'seal.fingerprint-unreadable' }),
          );
      }),
    );
  });
});
