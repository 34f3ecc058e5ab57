import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { cpuClock } from '../support/cpu.ts';
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
      { seed: 2026, numRuns: 250 },
    );
  }, 20_000);

  test('anywhere: never an error, never long', async () => {
    await fc.assert(
      fc.asyncProperty(change(0, twice.length), async (mutation) => {
        const spent = cpuClock();
        await verifyPdf(changed(mutation), context);
        expect(spent()).toBeLessThan(5_000);
      }),
      { seed: 11, numRuns: 120 },
    );
  }, 20_000);
});

const folder = process.env.JIANZHEN_ESIGN;
/** Time and memory of one file, whatever its bytes. */
const LIMIT = { milliseconds: 5_000, bytes: 500 * 1024 * 1024 };

describe.skipIf(!folder)(
  'one byte changed in public files (JIANZHEN_ESIGN names the folder that holds pdf/)',
  () => {
    const files = folder
      ? readdirSync(join(folder, 'pdf'))
          .filter((name) => name.endsWith('.pdf'))
          .map((name) => readFileSync(join(folder, 'pdf', name)))
      : [];
    const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    const mutation = fc.record({ pick: share, place: share, by: fc.integer({ min: 1, max: 255 }) });

    test('2,000 times in what a sound signature covers: none is taken for intact', async () => {
      /** Files whose last signature covers all but its Contents, which is the gap. */
      const sound = new Map<Buffer, readonly [start: number, end: number]>();
      for (const file of files) {
        const { signatures } = await verifyPdf(file, context);
        const last = signatures.findLast(({ intact, unprotected }) => intact && unprotected.length === 0);
        const match = [
          ...file.toString('latin1').matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g),
        ].find((found) => Number(found[2]) + Number(found[3]) === file.length);
        if (last && match) sound.set(file, [Number(match[1]), Number(match[2])]);
      }
      expect(sound.size).toBeGreaterThan(70);
      const targets = [...sound.keys()];
      await fc.assert(
        fc.asyncProperty(mutation, async ({ pick, place, by }) => {
          const file = targets[Math.floor(pick * targets.length)]!;
          const [start, end] = sound.get(file)!;
          const at = Math.floor(place * (file.length - (end - start)));
          const copy = Buffer.from(file);
          copy[at < start ? at : at + end - start]! ^= by;
          const { signatures } = await verifyPdf(copy, context);
          expect(signatures.filter(({ intact, unprotected }) => intact && unprotected.length === 0)).toEqual(
            [],
          );
        }),
        { seed: 2026, numRuns: 2_000 },
      );
    }, 900_000);

    test('2,000 times anywhere: never an error, never long', async () => {
      await fc.assert(
        fc.asyncProperty(mutation, async ({ pick, place, by }) => {
          const copy = Buffer.from(files[Math.floor(pick * files.length)]!);
          copy[Math.floor(place * copy.length)]! ^= by;
          const spent = cpuClock();
          await verifyPdf(copy, context);
          expect(spent()).toBeLessThan(LIMIT.milliseconds);
        }),
        { seed: 2027, numRuns: 2_000 },
      );
      expect(process.memoryUsage().rss).toBeLessThan(LIMIT.bytes);
    }, 900_000);
  },
);
