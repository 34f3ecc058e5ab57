import { deflateSync } from 'node:zlib';
import { PdfHistory } from '@jianzhen/pdf';
import { describe, expect, test } from 'vitest';
import { hostileFixtures } from '../../../../intake/test/hostile/index.ts';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { stateOf } from '../../src/pdf/changes/sides.ts';
import { coverOf, Effort } from '../../src/pdf/cover.ts';
import { verifyWithin } from '../../src/pdf/cryptography.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { findSignatures } from '../../src/pdf/signatures.ts';
import { cpuClock } from '../support/cpu.ts';
import { catalog, field, form, N, voucher } from './support/document.ts';
import { type Part, stream, update } from './support/pdf-writer.ts';
import { signedVoucher } from './support/sign.ts';

const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };

async function bounded(pdf: Uint8Array) {
  const spent = cpuClock();
  const report = await verifyPdf(pdf, context);
  expect(spent()).toBeLessThan(5_000);
  expect(process.memoryUsage().rss).toBeLessThan(700 * 1024 * 1024);
  expect(report.findings.map(({ code }) => code)).not.toContain('esign.signature-valid');
  return report;
}

/** A byte range that is not sound, so that nothing may be called valid. */
const shifted = ([, b, c, d]: readonly number[]) => [1, b! - 1, c!, d!];

/** Pages, annotations, fields, kids, locks and stores that all name one long list. */
function sharedLists(): Part[] {
  const numbers = Array.from({ length: 4_000 }, (_, i) => 1_000 + i);
  const refs = numbers.map((number) => `${number} 0 R`).join(' ');
  return [
    { number: N.catalog, body: catalog('/DSS << /Certs 30 0 R /VRI 32 0 R >>') },
    { number: N.pages, body: `<< /Type /Pages /Kids [3 0 R ${refs}] /Count 4001 >>` },
    { number: N.form, body: `<< /Fields [${refs}] >>` },
    { number: 30, body: `[${'null '.repeat(500_000)}${'10 0 R '.repeat(500_000)}]` },
    { number: 32, body: `<< ${numbers.map((number) => `/V${number} << /Cert 30 0 R >>`).join(' ')} >>` },
    ...numbers.map((number) => ({
      number,
      body: `<< /Type /Page /Parent 2 0 R /Annots 30 0 R /FT /Sig /T (f${number}) /V 10 0 R /Kids 30 0 R /Lock << /Action /Include /Fields 30 0 R >> >>`,
    })),
  ];
}

const signature = (range: string, contents = '<30>') =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ${range} /Contents ${contents} >>`;

describe('hostile PDFs cost little', () => {
  const fixtures = hostileFixtures().filter(({ file }) => file.endsWith('.pdf'));
  test.each(fixtures)('$name', async ({ bytes }) => {
    await bounded(bytes);
  });

  const many = (text: string, count: number) => Buffer.from(`%PDF-1.7\n${text.repeat(count)}`, 'latin1');
  const claims = (count: number) => {
    let text = '%PDF-1.7\n';
    for (let i = 1; i <= count; i++)
      text += `${i} 0 obj\n${signature(`[0 ${i} ${i + 5} ${i * 40}]`)}\nendobj\n`;
    return Buffer.from(text.padEnd(2_000_000), 'latin1');
  };
  const cases: readonly [string, Buffer][] = [
    ['byte ranges without objects', many('/ByteRange [0 1 2 3] ', 200_000)],
    ['objects without end', many('1 0 obj << /ByteRange [0 1 2 3] /Contents <', 50_000)],
    ['strings without end', many('1 0 obj << /ByteRange [0 1 2 3] /Contents (', 50_000)],
    ['thousands of signatures over as many ends', claims(5_000)],
    ['digits without end', many('1'.repeat(1_000_000), 2)],
    [
      'a field that is its own child',
      update(voucher(), [{ number: N.field, body: '<< /FT /Sig /T (a) /Kids [9 0 R 6 0 R 9 0 R] >>' }]),
    ],
    [
      'a field that is its own value',
      update(voucher(), [{ number: N.field, body: field('/V 9 0 R /ByteRange [0 1 2 3] /Contents <00>') }]),
    ],
    [
      'a security store that holds itself',
      update(signedVoucher({ range: shifted }), [
        { number: N.catalog, body: catalog('/DSS 20 0 R') },
        { number: 20, body: '<< /Certs 20 0 R /VRI 20 0 R /OCSPs [20 0 R] >>' },
      ]),
    ],
    [
      'a certificate that inflates without end',
      update(signedVoucher({ range: shifted }), [
        { number: N.catalog, body: catalog('/DSS << /Certs [21 0 R] >>') },
        { number: 21, body: stream('/Filter /FlateDecode', deflateSync(Buffer.alloc(300_000_000))) },
      ]),
    ],
    [
      'lists of a million entries that everything shares',
      update(signedVoucher({ range: shifted }), sharedLists()),
    ],
    [
      'ten thousand fields',
      update(signedVoucher({ range: shifted }), [
        { number: N.form, body: form(Array.from({ length: 10_000 }, (_, i) => 1_000 + i)) },
        ...Array.from({ length: 10_000 }, (_, i) => ({
          number: 1_000 + i,
          body: `<< /FT /Tx /T (f${i}) >>`,
        })),
      ]),
    ],
  ];
  test.each(cases)('%s', async (_, pdf) => {
    await bounded(pdf);
  });

  test('one object with Contents over and over', async () => {
    const body = `<< /ByteRange [0 1 2 3] ${'/Contents <41 '.repeat(400_000)}> >>`;
    await bounded(Buffer.from(`%PDF-1.7\n1 0 obj\n${body}\nendobj\n`, 'latin1'));
  });
});

test('what lies beyond the bounds is not verified, and says so', () => {
  const history = new PdfHistory(signedVoucher());
  const [found] = findSignatures(history);
  const newest = stateOf(history);
  const effort = new Effort();
  expect(verifyWithin(effort, found!, history, []).result.intact).toBe(true);
  expect(new Effort().digesting - effort.digesting).toBeGreaterThan(2_000);
  effort.digesting = 0;
  const beyond = verifyWithin(effort, found!, history, []);
  expect(beyond.result.intact).toBe(false);
  expect(beyond.kind === 'signature' && beyond.remarks.map(({ reason }) => reason.code)).toEqual([
    'esign.pdf-too-many',
  ]);
  const later = stateOf(new PdfHistory(update(signedVoucher(), [{ number: 99, body: 'null' }])));
  expect(coverOf(found!, newest, effort).whole).toBe(true);
  effort.bytes = 0;
  expect(coverOf(found!, later, effort)).toMatchObject({ whole: false, changes: [{ kind: 'too-large' }] });
  const tired = new Effort();
  tired.steps.left = 10;
  const changes = coverOf(found!, later, tired).changes.map(({ kind }) => kind);
  expect(changes).toContain('too-large');
});
