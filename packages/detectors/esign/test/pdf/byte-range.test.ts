import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { judgeByteRange } from '../../src/pdf/byte-range.ts';
import { withoutPadding } from '../../src/pdf/contents.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { N, show } from './support/document.ts';
import { stream } from './support/pdf-writer.ts';
import { signedVoucher } from './support/sign.ts';

const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };
const gap = { start: 100, end: 200 };

describe('judgeByteRange', () => {
  test('the two stretches around Contents have no problem', () => {
    expect(judgeByteRange([0, 100, 200, 50], gap, 300)).toEqual({
      spans: [
        { start: 0, end: 100 },
        { start: 200, end: 250 },
      ],
      end: 250,
      problems: [],
    });
  });

  test.each([
    ['nothing', [], ['malformed']],
    ['an odd count', [0, 100, 200], ['malformed']],
    ['a negative number', [0, 100, 200, -50], ['malformed']],
    ['a fraction', [0, 100.5, 200, 50], ['malformed']],
    ['a name', [0, 100, 200, null], ['malformed']],
    ['beyond the file', [0, 100, 200, 101], ['outside-file']],
    ['one stretch', [0, 100], ['stretches']],
    ['three stretches', [0, 50, 50, 50, 200, 50], ['stretches']],
    ['not from the start', [1, 99, 200, 50], ['not-from-start']],
    ['an overlap', [0, 100, 50, 100], ['overlap', 'gap']],
    ['a wider gap', [0, 90, 200, 50], ['gap']],
    ['a gap that ends later', [0, 100, 210, 50], ['gap']],
    ['a narrower gap', [0, 101, 200, 50], ['gap']],
  ])('%s', (_, numbers, problems) => {
    expect(judgeByteRange(numbers, gap, 300).problems).toEqual(problems);
  });

  test('a range without problems covers every byte up to its end but Contents, once', () => {
    const small = fc.integer({ min: 0, max: 30 });
    // The exact range, now and then a little off.
    const off = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -3, max: 3 }));
    const more = fc.array(small, { maxLength: 2 });
    let sound = 0;
    fc.assert(
      fc.property(small, small, small, fc.tuple(off, off, off, off), more, (start, size, rest, by, extra) => {
        const contents = { start, end: start + size };
        const length = contents.end + rest;
        const exact = [0, start, contents.end, rest].map((value, i) => value + by[i]!);
        const { spans, end, problems } = judgeByteRange([...exact, ...extra], contents, length);
        for (const span of spans) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(length);
        }
        if (problems.length > 0) return;
        sound++;
        const times = new Array<number>(end).fill(0);
        for (const span of spans) for (let i = span.start; i < span.end; i++) times[i]!++;
        times.forEach((count, i) => {
          expect(count).toBe(i >= contents.start && i < contents.end ? 0 : 1);
        });
      }),
      { seed: 6, numRuns: 1_000 },
    );
    expect(sound).toBeGreaterThan(100);
  });

  test('any ranges whatever are judged without an error', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 9 }), fc.nat(1000), (numbers, length) => {
        expect(judgeByteRange(numbers, gap, length).end).toBeLessThanOrEqual(length);
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });
});

test('padding is cut where the length says so, and left where it says nothing', () => {
  expect(withoutPadding(Uint8Array.of(0x30, 2, 1, 2, 0, 0))).toHaveLength(4);
  expect(withoutPadding(Uint8Array.of(0x30, 0x81, 3, 1, 2, 3, 0))).toHaveLength(6);
  expect(withoutPadding(Uint8Array.of(0x30, 0x80, 1, 2, 0, 0))).toHaveLength(6);
  expect(withoutPadding(Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff))).toHaveLength(6);
  expect(withoutPadding(new Uint8Array(0))).toHaveLength(0);
});

// Mladenov, Mainka, Meyer zu Selhausen, Grothe, Schwenk: 1 Trillion Dollar Refund, CCS 2019.
describe('signatures that cover something else than they should', () => {
  const cases: readonly [string, Parameters<typeof signedVoucher>[0], string, boolean][] = [
    [
      'ends before the end of the update',
      { range: ([a, b, c, d]) => [a!, b!, c!, d! - 20] },
      'pdf-range-not-to-end',
      true,
    ],
    [
      'leaves out more than Contents',
      { range: ([a, b, c, d]) => [a!, b! - 40, c!, d!] },
      'pdf-range-gap',
      true,
    ],
    ['one stretch', { range: ([a, b]) => [a!, b!] }, 'pdf-range-stretches', true],
    [
      'not from the start',
      { range: ([, b, c, d]) => [10, b! - 10, c!, d!] },
      'pdf-range-not-from-start',
      true,
    ],
    ['overlapping', { range: ([a, b]) => [a!, b!, b! - 100, 50] }, 'pdf-range-overlap', true],
    ['beyond the file', { range: ([a, b, c, d]) => [a!, b!, c!, d! + 1] }, 'pdf-range-outside-file', true],
    ['negative', { range: ([a, b, c, d]) => [a!, b!, -c!, d!] }, 'pdf-range-malformed', false],
    ['no numbers', { range: () => ['/A', '/B', '/C', '/D'] }, 'pdf-range-malformed', false],
  ];
  test.each(cases)('%s', async (_, spec, code, intact) => {
    const { signatures, findings } = await verifyPdf(signedVoucher(spec), context);
    const [signature] = signatures;
    expect(signature).toMatchObject({
      intact,
      wholeDocument: false,
      indication: 'TOTAL-FAILED',
      subIndication: 'FORMAT_FAILURE',
    });
    expect(signature!.reasons.map((reason) => reason.code)).toContain(`esign.${code}`);
    const codes = findings.map((finding) => finding.code);
    expect(codes.some((found) => found === 'esign.byte-range' || found === 'esign.covers-part-only')).toBe(
      true,
    );
    expect(codes).not.toContain('esign.signature-valid');
  });

  test('wrapping: the second stretch moved down, another content in the gap', async () => {
    const signed = signedVoucher();
    const [, first, second, rest] = rangeOf(signed);
    // What closes the dictionary lies in the second stretch, so that the gap closes it itself and opens another.
    const evil = Buffer.concat([
      Buffer.from(` >>\nendobj\n${N.content} 0 obj\n`),
      stream('', show('Amount due 900.00')),
      Buffer.from('\nendobj\n99 0 obj\n<<'),
    ]);
    const moved = Buffer.concat([signed.subarray(0, second), evil, signed.subarray(second)]);
    const range = `[0 ${first} ${second! + evil.length} ${rest}]`;
    const text = moved
      .toString('latin1')
      .replace(/\/ByteRange \[[^\]]*\] */, (old) => `/ByteRange ${range}`.padEnd(old.length));
    const { signatures } = await verifyPdf(Buffer.from(text, 'latin1'), context);
    expect(signatures[0]).toMatchObject({
      wholeDocument: false,
      indication: 'TOTAL-FAILED',
      subIndication: 'FORMAT_FAILURE',
    });
  });

  test.each([
    ['ByteRange', /\/ByteRange \[/, '/ByteRangf ['],
    ['Contents', /\/Contents </, '/Contentt <'],
  ])('universal forgery: without %s nothing is taken for sound', async (_, pattern, instead) => {
    const text = signedVoucher().toString('latin1').replace(pattern, instead);
    const { signatures, findings } = await verifyPdf(Buffer.from(text, 'latin1'), context);
    expect(signatures).toHaveLength(1);
    expect(signatures[0]).toMatchObject({ intact: false, wholeDocument: false, indication: 'TOTAL-FAILED' });
    expect(findings.map(({ code }) => code)).not.toContain('esign.signature-valid');
  });
});

function rangeOf(pdf: Buffer): number[] {
  const match = /\/ByteRange \[([^\]]*)\]/.exec(pdf.toString('latin1'));
  return match![1]!.trim().split(/\s+/).map(Number);
}
