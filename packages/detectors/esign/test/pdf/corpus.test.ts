import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { expected } from './support/expected.ts';

const folder = process.env.JIANZHEN_ESIGN;
const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };

describe.skipIf(!folder)('public signed files (JIANZHEN_ESIGN names the folder that holds pdf/)', () => {
  const pdfs = folder ? join(folder, 'pdf') : '';
  const names = folder ? readdirSync(pdfs).filter((name) => name.endsWith('.pdf')) : [];

  test('every file has an expected verdict, and the other way about', () => {
    expect(names.map((name) => name.slice(0, -4)).sort()).toEqual([...expected.keys()].sort());
  });

  test.each(names)('%s', async (name) => {
    const { signatures } = await verifyPdf(readFileSync(join(pdfs, name)), context);
    const verdicts = signatures.map(
      ({ format, intact, indication, subIndication, wholeDocument, changesAfterSigning }) => ({
        format,
        intact,
        indication,
        subIndication,
        wholeDocument,
        changesAfterSigning,
      }),
    );
    expect(verdicts).toEqual(expected.get(name.slice(0, -4)));
  });
});
