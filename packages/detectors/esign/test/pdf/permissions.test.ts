import { describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { amount, amountShown, catalog, field, form, N, page } from './support/document.ts';
import { type Part, update } from './support/pdf-writer.ts';
import { sign, signedVoucher } from './support/sign.ts';

const context = { trust: NO_TRUST, at: new Date('2026-11-28T00:00:00Z') };

async function changesOf(pdf: Buffer) {
  const { signatures } = await verifyPdf(pdf, context);
  expect(signatures[0]!.intact).toBe(true);
  return signatures[0]!.changes.map(({ kind, permitted }) => `${permitted ? '' : 'no '}${kind}`);
}

const reference = (method: string, parameters: string) =>
  `/Reference [<< /Type /SigRef /TransformMethod /${method} /TransformParams << /Type /TransformParams /V /1.2 ${parameters} >> >>]`;
const certified = (level: number) =>
  signedVoucher({
    entries: reference('DocMDP', `/P ${level}`),
    parts: [{ number: N.catalog, body: catalog(`/Perms << /DocMDP ${N.signature} 0 R >>`) }],
  });

const filled: Part[] = [
  { number: N.amount, body: amount('250') },
  { number: N.amountShown, body: amountShown('250') },
];
const noted: Part[] = [
  { number: N.page, body: page('', [N.amount, N.field, N.note]) },
  { number: N.note, body: '<< /Type /Annot /Subtype /Highlight /Rect [10 10 60 30] >>' },
];
/** Another signature, or a document timestamp, in a new invisible field. */
const signedAgain = (pdf: Buffer, subFilter?: string) =>
  sign(pdf, {
    number: 21,
    ...(subFilter ? { subFilter } : {}),
    parts: [
      { number: N.form, body: form([N.amount, N.field, 20]) },
      { number: 20, body: '<< /FT /Sig /T (later) /Subtype /Widget /Rect [0 0 0 0] /V 21 0 R >>' },
    ],
  });
const placed: Part[] = [
  { number: N.form, body: form([N.amount, N.field, 20]) },
  { number: N.page, body: page('', [N.amount, N.field, 20]) },
  { number: 20, body: field('', 'place') },
];

describe('certification (DocMDP)', () => {
  const acts: readonly [string, (pdf: Buffer) => Buffer, readonly [string, string, string]][] = [
    ['filling in', (pdf) => update(pdf, filled), ['no form-field', 'form-field', 'form-field']],
    ['signing', (pdf) => signedAgain(pdf), ['no signature', 'signature', 'signature']],
    ['a timestamp', (pdf) => signedAgain(pdf, 'ETSI.RFC3161'), ['timestamp', 'timestamp', 'timestamp']],
    ['an annotation', (pdf) => update(pdf, noted), ['no annotation', 'no annotation', 'annotation']],
    [
      'a place for a further signature',
      (pdf) => update(pdf, placed),
      ['no signature-field', 'no signature-field', 'signature-field'],
    ],
  ];
  for (const level of [1, 2, 3]) {
    test.each(acts)(`level ${level}: %s`, async (_, act, kinds) => {
      expect(await changesOf(act(certified(level)))).toEqual([kinds[level - 1]]);
    });
  }

  test('the level is told among the reasons', async () => {
    const { signatures } = await verifyPdf(certified(2), context);
    const reason = signatures[0]!.reasons.find(({ code }) => code === 'esign.pdf-certified');
    expect(reason?.message.en).toContain('level 2');
  });

  test('a certification binds what comes after a later signature, too', async () => {
    const { signatures } = await verifyPdf(update(signedAgain(certified(2)), noted), context);
    expect(signatures.map(({ changesAfterSigning }) => changesAfterSigning)).toEqual([
      'forbidden',
      'forbidden',
    ]);
  });
});

describe('locked fields', () => {
  const fieldMdp = (parameters: string) => signedVoucher({ entries: reference('FieldMDP', parameters) });
  const lock = (parameters: string) => signedVoucher({}, `/Lock << /Type /SigFieldLock ${parameters} >>`);

  test.each([
    ['FieldMDP, all', fieldMdp('/Action /All'), 'no form-field'],
    ['FieldMDP, included', fieldMdp('/Action /Include /Fields [(amount)]'), 'no form-field'],
    ['FieldMDP, another included', fieldMdp('/Action /Include /Fields [(other)]'), 'form-field'],
    ['FieldMDP, excluded', fieldMdp('/Action /Exclude /Fields [(amount)]'), 'form-field'],
    ['FieldMDP, another excluded', fieldMdp('/Action /Exclude /Fields [(other)]'), 'no form-field'],
    ['FieldMDP, unknown action', fieldMdp('/Action /Whatever'), 'no form-field'],
    ['lock dictionary, included', lock('/Action /Include /Fields [(amount)]'), 'no form-field'],
    ['lock dictionary, another', lock('/Action /Include /Fields [(other)]'), 'form-field'],
    ['lock dictionary with a level', lock('/Action /Include /Fields [(other)] /P 1'), 'no form-field'],
  ])('%s', async (_, pdf, kind) => {
    expect(await changesOf(update(pdf, filled))).toEqual([kind]);
  });

  test('fields may be set to read-only with the signature, not to writable', async () => {
    const readOnly = { number: N.amount, body: amount('100', '/Ff 1') };
    expect(await changesOf(update(signedVoucher(), [readOnly]))).toEqual([]);
    const writable = { number: N.amount, body: amount('100') };
    expect(await changesOf(update(signedVoucher({ parts: [readOnly] }), [writable]))).toEqual([
      'no field-altered',
    ]);
  });
});
