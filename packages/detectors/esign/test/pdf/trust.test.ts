import { describe, expect, test } from 'vitest';
import { NO_TRUST, type TrustStore } from '../../src/certificates/trust.ts';
import { verifyPdf } from '../../src/pdf/index.ts';
import { certify, threeTiers } from '../pki/certificate.ts';
import { makeCms } from '../pki/cms.ts';
import { ecKey } from '../pki/keys.ts';
import { crlBytes } from '../pki/revocation.ts';
import { catalog, form, N, show } from './support/document.ts';
import { type Part, stream, update } from './support/pdf-writer.ts';
import { authority, SIGNED_AT, sign, signedVoucher, signer } from './support/sign.ts';

const at = new Date('2026-11-28T00:00:00Z');
const trusting = (...holders: readonly (typeof signer)[]): TrustStore => ({
  ...NO_TRUST,
  anchors: holders.map(({ certificate }) => certificate),
});
const first = async (pdf: Buffer, trust: TrustStore) => (await verifyPdf(pdf, { trust, at })).signatures[0]!;

/** A document timestamp over all that there is. */
const stamped = (pdf: Buffer) =>
  sign(pdf, {
    number: 31,
    subFilter: 'ETSI.RFC3161',
    parts: [
      { number: N.form, body: form([N.amount, N.field, 30]) },
      { number: 30, body: '<< /FT /Sig /T (stamp) /Subtype /Widget /Rect [0 0 0 0] /V 31 0 R >>' },
    ],
  });
const stored = (pdf: Buffer, streams: readonly Uint8Array[], list: string) => {
  const parts: Part[] = [
    {
      number: N.catalog,
      body: catalog(`/DSS << /Type /DSS /${list} [${streams.map((_, i) => `${40 + i} 0 R`).join(' ')}] >>`),
    },
    ...streams.map((bytes, i) => ({ number: 40 + i, body: stream('', Buffer.from(bytes)) })),
  ];
  return update(pdf, parts);
};

describe('with trust', () => {
  test('a signature passes, and fails all the same once the document was altered', async () => {
    const pdf = signedVoucher();
    expect(await first(pdf, trusting(signer))).toMatchObject({
      indication: 'TOTAL-PASSED',
      subIndication: null,
    });
    const altered = update(pdf, [{ number: N.content, body: stream('', show('900.00')) }]);
    expect(await first(altered, trusting(signer))).toMatchObject({
      indication: 'TOTAL-FAILED',
      subIndication: 'FORMAT_FAILURE',
      intact: true,
    });
  });

  const { root, authority: issuer, person } = threeTiers(() => ecKey());
  const cms =
    (holder: typeof signer, certificates = [holder]) =>
    (content: Buffer) =>
      makeCms({ signers: [holder], content, signedAt: SIGNED_AT, ess: 'v2', certificates });

  test('certificates and lists of the security store complete the chain', async () => {
    const pdf = signedVoucher({ cms: cms(person) });
    expect((await first(pdf, trusting(root))).subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND');
    const completed = stored(pdf, [issuer.certificate.der], 'Certs');
    expect(await first(completed, trusting(root))).toMatchObject({
      indication: 'TOTAL-PASSED',
      changesAfterSigning: 'permitted',
    });
    const dates = {
      thisUpdate: new Date('2026-11-27T00:00:00Z'),
      nextUpdate: new Date('2026-12-27T00:00:00Z'),
    };
    const revoked = [{ certificate: person.certificate, at: new Date('2026-05-01T00:00:00Z') }];
    const list = crlBytes(issuer, dates, revoked);
    const full = signedVoucher({ cms: cms(person, [person, issuer]) });
    expect((await first(full, trusting(root))).indication).toBe('TOTAL-PASSED');
    expect((await first(stored(full, [list], 'CRLs'), trusting(root))).subIndication).toBe('REVOKED_NO_POE');
    // A timestamp from before the revocation, by somebody who is trusted.
    expect(await first(stored(stamped(full), [list], 'CRLs'), trusting(root, authority))).toMatchObject({
      indication: 'TOTAL-PASSED',
      provenAt: SIGNED_AT.toISOString(),
    });
  });

  test('a document timestamp proves that a signature is older than the end of its certificate', async () => {
    const short = certify({
      commonName: '王五',
      key: ecKey(),
      issuer: root,
      keyUsage: 0xc0,
      notAfter: new Date('2026-02-01T00:00:00Z'),
    });
    const pdf = signedVoucher({ cms: cms(short) });
    expect((await first(pdf, trusting(root))).subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
    expect((await first(stamped(pdf), trusting(root))).subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
    expect((await first(stamped(pdf), trusting(root, authority))).indication).toBe('TOTAL-PASSED');
  });

  test('a timestamp that covers a part only proves nothing', async () => {
    const pdf = signedVoucher();
    const partial = sign(pdf, {
      number: 31,
      subFilter: 'ETSI.RFC3161',
      range: ([a, b, c, d]) => [a!, b! - 30, c!, d!],
      parts: [
        { number: N.form, body: form([N.amount, N.field, 30]) },
        { number: 30, body: '<< /FT /Sig /T (stamp) /Subtype /Widget /Rect [0 0 0 0] /V 31 0 R >>' },
      ],
    });
    expect((await first(partial, trusting(signer, authority))).provenAt).toBeNull();
    expect((await first(stamped(pdf), trusting(signer, authority))).provenAt).not.toBeNull();
  });
});
