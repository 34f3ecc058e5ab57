import { createHash } from 'node:crypto';
import { CodedError } from '@jianzhen/evidence';
import { openPdf } from '@jianzhen/raster';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { N } from './support/document.ts';
import { offsetOf, update } from './support/pdf-writer.ts';
import { signedVoucher } from './support/sign.ts';

const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };
const signed = signedVoucher();
const NUMBERS = Object.values(N).filter((number) => offsetOf(signed, number) > 0);

function bodyOf(number: number): string {
  const text = signed.toString('latin1', offsetOf(signed, number));
  return text.slice(text.indexOf('obj') + 3, text.indexOf('endobj'));
}

/** What PDFium shows of it: pages and their pixels; the error where it shows nothing. */
async function looksOf(pdf: Buffer): Promise<string> {
  try {
    const document = await openPdf(pdf);
    try {
      const pages: string[] = [];
      for (let page = 1; page <= document.pages; page++) {
        const { width, height, rgb } = await document.render(page, { dpi: 36 });
        pages.push(`${width}x${height} ${createHash('sha1').update(rgb).digest('hex')}`);
      }
      return pages.join();
    } finally {
      document.close();
    }
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}

test('what looks different after an update of whatever objects is not called unchanged', async () => {
  const before = await looksOf(signed);
  const number = fc.constantFrom(...NUMBERS);
  const change = fc.record({
    kind: fc.constantFrom('free', 'pointed', 'other', 'null', 'edited', 'numbers'),
    number,
    donor: number,
    at: fc.nat(400),
    by: fc.integer({ min: 32, max: 126 }),
  });
  let different = 0;
  await fc.assert(
    fc.asyncProperty(change, async ({ kind, number: target, donor, at, by }) => {
      const own = bodyOf(target);
      const place = at % own.length;
      const bodies: Readonly<Record<string, string>> = {
        other: bodyOf(donor),
        null: 'null',
        edited: own.slice(0, place) + String.fromCharCode(by) + own.slice(place + 1),
        numbers: own.replace(/\d+(?=[ \]/>])/g, (digits) => String((Number(digits) + at) % 300)),
      };
      const body = bodies[kind];
      const pdf = update(
        signed,
        body === undefined ? [] : [{ number: target, body: Buffer.from(body, 'latin1') }],
        {
          ...(kind === 'free' ? { free: [target] } : {}),
          ...(kind === 'pointed' ? { pointed: { [target]: offsetOf(signed, donor) } } : {}),
          trailer: `/Info ${N.info} 0 R`,
        },
      );
      if ((await looksOf(pdf)) === before) return;
      different++;
      const { signatures } = await verifyPdf(pdf, context);
      const [found] = signatures;
      expect(found).toBeDefined();
      const { changesAfterSigning, changes } = found!;
      expect(changesAfterSigning).not.toBe('none');
      if (changesAfterSigning === 'permitted')
        expect(changes.map(({ kind: told }) => told)).toContain('form-field');
    }),
    { seed: 2021, numRuns: 60 },
  );
  expect(different).toBeGreaterThan(10);
});
