import { describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { amount, amountShown, BOX, catalog, field, form, N, page, show } from './support/document.ts';
import { lastXref, offsetOf, type Part, stream, type UpdateOptions, update } from './support/pdf-writer.ts';
import { sign, signedVoucher } from './support/sign.ts';

const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };
const signed = signedVoucher();

async function firstOf(pdf: Buffer) {
  const { signatures, findings } = await verifyPdf(pdf, context);
  return {
    first: signatures[0]!,
    signatures,
    findings,
    kinds: signatures[0]!.changes.map(({ kind }) => kind),
  };
}

test('a signature over the whole file: intact, placed, and nothing changed', async () => {
  const { first, findings } = await firstOf(signed);
  expect(first).toMatchObject({
    name: 'signer',
    format: 'pdf-cms',
    indication: 'INDETERMINATE',
    subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
    intact: true,
    wholeDocument: true,
    changesAfterSigning: 'none',
    algorithm: 'ECDSA-SHA256',
    signer: '李四',
    signedAt: '2026-01-02T03:04:05.000Z',
    unprotected: [],
    page: 1,
    place: { x: 0.5, y: 0, width: 0.5, height: 0.25 },
  });
  expect(findings.map(({ code }) => code)).toEqual(['esign.signature-valid']);
});

interface Case {
  readonly name: string;
  readonly parts?: readonly Part[];
  readonly options?: UpdateOptions;
  readonly kind: string;
  readonly pdf?: Buffer;
}

const annotation = (subtype: string, more = '') =>
  `<< /Type /Annot /Subtype /${subtype} /Rect [10 10 60 30] /P 3 0 R ${more} >>`;
const withNote = (subtype: string, more = ''): Part[] => [
  { number: N.page, body: page('', [N.amount, N.field, N.note]) },
  { number: N.note, body: annotation(subtype, more) },
];

const shown = (subtype: string, content: string): Part[] => [
  ...withNote(subtype, '/AP << /N 20 0 R >>'),
  { number: 20, body: stream(BOX, content) },
];

describe('permitted after signing', () => {
  const cases: Case[] = [
    {
      name: 'a text field is filled in, with what it shows',
      parts: [
        { number: N.amount, body: amount('250') },
        { number: N.amountShown, body: amountShown('250') },
      ],
      kind: 'form-field',
    },
    {
      name: 'a security store',
      parts: [
        { number: N.catalog, body: catalog('/DSS 20 0 R') },
        { number: 20, body: '<< /Type /DSS /Certs [21 0 R] >>' },
        { number: 21, body: stream('', 'not a certificate') },
      ],
      kind: 'validation-data',
    },
    {
      name: 'the information dictionary',
      parts: [{ number: N.info, body: '<< /Producer (other) >>' }],
      kind: 'metadata',
    },
    {
      name: 'metadata',
      parts: [
        { number: N.catalog, body: catalog('/Metadata 20 0 R') },
        { number: 20, body: stream('/Type /Metadata /Subtype /XML', '<x/>') },
      ],
      kind: 'metadata',
    },
    { name: 'a highlight', parts: withNote('Highlight'), kind: 'annotation' },
    {
      name: 'an empty, invisible signature field',
      parts: [
        { number: N.form, body: form([N.amount, N.field, 20]) },
        { number: 20, body: '<< /FT /Sig /T (later) /Subtype /Widget /Rect [0 0 0 0] >>' },
      ],
      kind: 'signature-field',
    },
  ];
  test.each(cases)('$name', async ({ parts = [], options, kind }) => {
    const { first, kinds, findings } = await firstOf(update(signed, parts, options));
    expect(kinds).toEqual([kind]);
    expect(first).toMatchObject({ changesAfterSigning: 'permitted', intact: true, wholeDocument: true });
    expect(first.subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND');
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain('esign.signature-valid');
    expect(codes.includes('esign.filled-after-signing')).toBe(kind === 'form-field');
  });

  test('a second signature and a document timestamp, each told as what it is', async () => {
    const parts = [
      { number: N.form, body: form([N.amount, N.field, 20]) },
      { number: 20, body: field('/V 21 0 R', 'second') },
    ];
    const twice = sign(signed, { number: 21, parts });
    const stamped = sign(twice, {
      number: 31,
      subFilter: 'ETSI.RFC3161',
      parts: [
        { number: N.form, body: form([N.amount, N.field, 20, 30]) },
        { number: 30, body: '<< /FT /Sig /T (stamp) /Subtype /Widget /Rect [0 0 0 0] /V 31 0 R >>' },
      ],
    });
    const { signatures, kinds } = await firstOf(stamped);
    expect(kinds).toEqual(['signature', 'timestamp']);
    expect(
      signatures.map(({ format, changesAfterSigning, intact }) => [format, changesAfterSigning, intact]),
    ).toEqual([
      ['pdf-cms', 'permitted', true],
      ['pdf-cms', 'permitted', true],
      ['pdf-timestamp', 'none', true],
    ]);
  });

  test.each([
    ['text', withNote('FreeText', '/Contents (paid)')],
    ['a stamp', withNote('Stamp')],
    ['a filled box', withNote('Square', '/IC [1 1 1]')],
    ['a box whose appearance is filled', shown('Square', '1 1 1 rg 0 0 50 20 re f')],
    ['a mark whose appearance is text', shown('Highlight', 'BT /F1 9 Tf (900) Tj ET')],
    ['a mark whose appearance is a picture', shown('Underline', 'q /Im0 Do Q')],
  ])('an annotation that shows something is allowed, but told: %s', async (_, parts) => {
    const { first, findings } = await firstOf(update(signed, parts));
    expect(first.changesAfterSigning).toBe('permitted');
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'esign.annotated-after-signing', severity: 'medium', page: 1 }),
    );
  });

  test('objects written again as they were, and white space, are no change', async () => {
    const again = update(
      signed,
      [
        { number: N.page, body: page('', undefined, '[4 0 R]') },
        { number: N.content, body: stream('', show('Amount due 100.00')) },
      ],
      { trailer: '/Tool /Name' },
    );
    expect((await firstOf(again)).first.changesAfterSigning).toBe('none');
    expect((await firstOf(Buffer.concat([signed, Buffer.from('\n \r\n')]))).first.changesAfterSigning).toBe(
      'none',
    );
  });
});

const evil = show('Amount due 900.00');
const overlay: Part = { number: N.evil, body: stream('', evil) };

describe('forbidden after signing', () => {
  const hidden = signedVoucher({
    parts: [
      overlay,
      { number: 20, body: '<< /Type /Catalog /Pages 21 0 R >>' },
      { number: 21, body: '<< /Type /Pages /Kids [22 0 R] /Count 1 >>' },
      {
        number: 22,
        body: '<< /Type /Page /Parent 21 0 R /MediaBox [0 0 200 400] /Contents 15 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      },
    ],
  });
  const cases: Case[] = [
    {
      name: 'content replaced',
      parts: [{ number: N.content, body: stream('', evil) }],
      kind: 'page-content',
    },
    {
      name: 'content overlaid',
      parts: [{ number: N.page, body: page('', undefined, '[4 0 R 15 0 R]') }, overlay],
      kind: 'page-content',
    },
    {
      name: 'a font redefined',
      parts: [{ number: N.font, body: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }],
      kind: 'page-content',
    },
    {
      name: 'a page cropped',
      parts: [{ number: N.page, body: page('/CropBox [0 0 200 50]') }],
      kind: 'page-content',
    },
    {
      name: 'an action on a page',
      parts: [{ number: N.page, body: page('/AA << >>') }],
      kind: 'page-content',
    },
    {
      name: 'a page added',
      parts: [
        { number: N.pages, body: '<< /Type /Pages /Kids [3 0 R 12 0 R 15 0 R] /Count 3 >>' },
        { number: N.evil, body: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 400] >>' },
      ],
      kind: 'page-added',
    },
    {
      name: 'a page removed',
      parts: [{ number: N.pages, body: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' }],
      kind: 'page-removed',
    },
    {
      name: 'pages exchanged',
      parts: [{ number: N.pages, body: '<< /Type /Pages /Kids [12 0 R 3 0 R] /Count 2 >>' }],
      kind: 'page-content',
    },
    {
      name: 'a page of another box through the tree',
      parts: [{ number: N.pages, body: '<< /Type /Pages /Kids [3 0 R 12 0 R] /Count 2 /Rotate 180 >>' }],
      kind: 'page-content',
    },
    {
      name: 'an open action',
      parts: [{ number: N.catalog, body: catalog('/OpenAction << /S /JavaScript >>') }],
      kind: 'catalogue',
    },
    {
      name: 'scripts by name',
      parts: [{ number: N.catalog, body: catalog('/Names << /JavaScript << >> >>') }],
      kind: 'catalogue',
    },
    {
      name: 'layers',
      parts: [{ number: N.catalog, body: catalog('/OCProperties << >>') }],
      kind: 'catalogue',
    },
    {
      name: 'what the security store must not hold',
      parts: [{ number: N.catalog, body: catalog('/DSS << /Page 3 0 R >>') }],
      kind: 'validation-data',
    },
    {
      name: 'what a field shows without its value (replace)',
      parts: [{ number: N.amountShown, body: amountShown('900') }],
      kind: 'appearance',
    },
    {
      name: 'the seal put on another page, too',
      parts: [
        {
          number: N.second,
          body: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 400] /Contents 13 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [9 0 R] >>',
        },
      ],
      kind: 'annotation',
    },
    {
      name: 'how a field is drawn, to be drawn anew',
      parts: [
        { number: N.amount, body: amount('100').replace('0 g', '1 g') },
        { number: N.form, body: form(undefined, '/NeedAppearances true') },
      ],
      kind: 'appearance',
    },
    {
      name: 'a field unhidden',
      parts: [{ number: N.amount, body: amount('100', '/F 2') }],
      kind: 'appearance',
    },
    {
      name: 'a field moved',
      parts: [{ number: N.amount, body: amount('100').replace('[20 100 100 120]', '[20 140 100 160]') }],
      kind: 'field-altered',
    },
    {
      name: "the signature's picture",
      parts: [{ number: N.signatureShown, body: stream(BOX, '0 0 50 50 re f') }],
      kind: 'appearance',
    },
    {
      name: 'the signature taken out',
      parts: [{ number: N.field, body: field() }],
      kind: 'signature-removed',
    },
    {
      name: 'the field removed',
      parts: [{ number: N.form, body: form([N.amount]) }],
      kind: 'field-removed',
    },
    {
      name: 'the seal taken off the page',
      parts: [{ number: N.page, body: page('', [N.amount]) }],
      kind: 'annotation-removed',
    },
    {
      name: 'a text field added',
      parts: [
        { number: N.form, body: form([N.amount, N.field, 20]) },
        { number: N.page, body: page('', [N.amount, N.field, 20]) },
        { number: 20, body: amount('900').replace('(amount)', '(sum)') },
      ],
      kind: 'field-added',
    },
    {
      name: 'an unsigned signature field that shows something',
      parts: [
        { number: N.form, body: form([N.amount, N.field, 20]) },
        { number: N.page, body: page('', [N.amount, N.field, 20]) },
        { number: 20, body: field('/AP << /N 15 0 R >>', 'sneaky') },
        { number: N.evil, body: stream(BOX, evil) },
      ],
      kind: 'field-added',
    },
    {
      name: 'default resources redefined',
      parts: [{ number: N.form, body: form().replace('/F1 5 0 R', '/F1 << /Type /Font >>') }],
      kind: 'form-altered',
    },
    { name: 'XFA', parts: [{ number: N.form, body: form(undefined, '/XFA []') }], kind: 'form-altered' },
    {
      name: 'a link',
      parts: withNote('Link', '/A << /S /URI /URI (http://example.org) >>'),
      kind: 'annotation',
    },
    { name: 'a redaction', parts: withNote('Redact'), kind: 'annotation' },
    { name: 'a stray widget', parts: withNote('Widget'), kind: 'annotation' },
    { name: 'an object freed (hide)', options: { free: [N.amountShown] }, kind: 'appearance' },
    { name: 'content freed', options: { free: [N.content] }, kind: 'page-content' },
    { name: 'encryption', options: { trailer: '/Encrypt << /Filter /Standard >>' }, kind: 'trailer' },
    { name: 'an unknown trailer entry', options: { trailer: '/Foo 4 0 R' }, kind: 'trailer' },
    {
      name: 'content that lay in the signed bytes re-pointed (hide and replace)',
      pdf: hidden,
      options: { pointed: { [N.content]: offsetOf(hidden, N.evil) } },
      kind: 'page-content',
    },
    { name: 'a hidden catalogue made the root', pdf: hidden, options: { root: 20 }, kind: 'page-removed' },
  ];
  test.each(cases)('$name', async ({ parts = [], options, kind, pdf = signed }) => {
    const { first, kinds, findings } = await firstOf(update(pdf, parts, options));
    expect(kinds).toContain(kind);
    expect(first).toMatchObject({
      changesAfterSigning: 'forbidden',
      intact: true,
      wholeDocument: true,
      indication: 'TOTAL-FAILED',
      subIndication: 'FORMAT_FAILURE',
    });
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain('esign.altered-after-signing');
    expect(codes).not.toContain('esign.signature-valid');
  });

  test('a picture of the page that was prepared as a form field', async () => {
    // Whoever has a document signed may have made it: the picture is a field's appearance, its list of pictures a field.
    const pictures = (shown: number) => `<< /FT /Tx /T (trick) /V ${shown} 0 R >>`;
    const shownPage = page().replace('/Font <<', '/XObject 60 0 R /Font <<');
    const prepared = signedVoucher({
      parts: [
        { number: N.page, body: shownPage },
        { number: N.form, body: form([N.amount, N.field, 60, N.content]) },
        { number: 60, body: pictures(61) },
        { number: 61, body: stream(BOX, show('100')) },
        { number: 62, body: stream(BOX, show('900')) },
      ],
    });
    expect((await firstOf(prepared)).first.changesAfterSigning).toBe('none');
    const swapped = await firstOf(update(prepared, [{ number: 60, body: pictures(62) }]));
    expect(swapped.kinds).toContain('page-content');
    const content = show('Amount due 999.99');
    const rewritten = await firstOf(update(prepared, [{ number: N.content, body: stream('', content) }]));
    expect(rewritten.kinds).toContain('page-content');
  });

  test('annotations put in another order', async () => {
    const noted = (numbers: readonly number[]): Part => ({
      number: N.page,
      body: page('', [...numbers, N.amount, N.field]),
    });
    const stamp = annotation('Stamp', `/AP << /N ${N.amountShown} 0 R >>`);
    const prepared = signedVoucher({
      parts: [noted([50, 51]), { number: 50, body: stamp }, { number: 51, body: stamp }],
    });
    expect((await firstOf(update(prepared, [noted([51, 50])]))).kinds).toEqual(['annotation-altered']);
    expect((await firstOf(update(prepared, [noted([50, 51])]))).kinds).toEqual([]);
  });

  test('the reason of a signature rewritten, the original found again in the bytes', async () => {
    const text = signed.toString('latin1');
    const original = text.slice(text.lastIndexOf(`\n${N.signature} 0 obj`), text.lastIndexOf('endobj'));
    const body = original.replace(/^\s*\d+ 0 obj\n/, '').replace(' >>', ' /Reason (forged) >>');
    const { first, signatures, kinds } = await firstOf(update(signed, [{ number: N.signature, body }]));
    expect(signatures).toHaveLength(1);
    expect(kinds).toEqual(['signature-replaced']);
    expect(first.intact).toBe(true);
  });

  test('a hybrid cross-reference that shadows an object', async () => {
    // The table says nothing of the content; the stream beside it, which newer readers follow, points elsewhere.
    const offset = hidden.length;
    const table = Buffer.alloc(7);
    table[0] = 1;
    table.writeUInt32BE(offsetOf(hidden, N.evil), 1);
    const dict = `/Type /XRef /W [1 4 2] /Index [${N.content} 1] /Size 200 /Root 1 0 R`;
    const shadow = { number: 40, body: stream(dict, table) };
    const pdf = update(hidden, [shadow], { trailer: `/XRefStm ${offset}` });
    expect((await firstOf(pdf)).kinds).toContain('page-content');
  });

  test('an update that leaves the signed revision out of its chain', async () => {
    const base = lastXref(signed.subarray(0, signed.indexOf('%%EOF', 0, 'latin1') + 6));
    const text = update(signed, [overlay]).toString('latin1');
    const cut = Buffer.from(
      text.replace(/\/Prev \d+(?=[^/]*>>\s*startxref\s+\d+\s+%%EOF\s*$)/, `/Prev ${base}`),
      'latin1',
    );
    const { first, kinds } = await firstOf(cut);
    expect(first).toMatchObject({ intact: true, changesAfterSigning: 'forbidden' });
    expect(kinds).toContain('signature-removed');
  });

  test('bytes behind the end of the file', async () => {
    const pdf = Buffer.concat([signed, Buffer.from('4 0 obj\n<< >>\nendobj\n')]);
    expect((await firstOf(pdf)).kinds).toEqual(['trailing-bytes']);
  });
});
