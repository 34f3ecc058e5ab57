import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { form, N } from './support/document.ts';
import { sign, signedVoucher } from './support/sign.ts';

const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };
const once = signedVoucher();
const twice = sign(once, {
  number: 21,
  parts: [
    { number: N.form, body: form([N.amount, N.field, 20]) },
    { number: 20, body: '<< /FT /Sig /T (later) /Subtype /Widget /Rect [0 0 0 0] /V 21 0 R >>' },
  ],
});
const contents = twice.indexOf('/Contents <', once.length, 'latin1') + '/Contents '.length;
const gap = { start: contents, end: twice.indexOf('>', contents, 'latin1') + 1 };

/** A byte of the file, and another value for it. */
const change = (from: number, to: number) =>
  fc.tuple(fc.integer({ min: from, max: to - 1 }), fc.integer({ min: 1, max: 255 }));

function changed([at, by]: readonly [number, number]): Buffer {
  const copy = Buffer.from(twice);
  copy[at]! ^= by;
  return copy;
}

describe('one byte changed', () => {
  test('in what the last signature covers: it is not taken for intact', async () => {
    const covered = fc.oneof(change(0, gap.start), change(gap.end, twice.length));
    await fc.assert(
      fc.asyncProperty(covered, async (mutation) => {
        const { signatures } = await verifyPdf(changed(mutation), context);
        // Where its dictionary was hit, it may be another's range that is left, or none.
        const sound = signatures.filter(({ intact, unprotected }) => intact && unprotected.length === 0);
        expect(sound).toEqual([]);
      }),
      { seed: 2026, numRuns: 700 },
    );
  }, 20_000);

  test('anywhere: never an error, never long', async () => {
    await fc.assert(
      fc.asyncProperty(change(0, twice.length), async (mutation) => {
        const start = performance.now();
        await verifyPdf(changed(mutation), context);
        expect(performance.now() - start).toBeLessThan(5_000);
      }),
      { seed: 11, numRuns: 300 },
    );
  }, 20_000);
});
