import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { httpAuthority } from '../../src/disk/tsa.ts';
import { pemBlocks } from '../../src/keys/index.ts';
import { askTimestamp, verifyTimestamp } from '../../src/timestamp/index.ts';
import { timestampRequest } from '../../src/timestamp/request.ts';
import { findOpenssl, NO_OPENSSL } from '../support/openssl.ts';
import { createTsa } from '../support/tsa.ts';

const sha256 = createHash('sha256').update('manifest').digest();

it('noise is refused by code, and never believed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(() => verifyTimestamp(bytes, { sha256 })).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^leads\.tsa-/) }),
      );
    }),
  );
});

const version = findOpenssl();
describe.skipIf(!version)(`a TSA of OpenSSL${version ? '' : ` (${NO_OPENSSL})`}`, () => {
  const tsa = version ? createTsa() : null!;
  const anchors = version ? pemBlocks(readFileSync(tsa.ca, 'utf8'), /CERTIFICATE/) : [];
  const nonce = randomBytes(8);
  const response = version ? tsa.answer(timestampRequest(sha256, nonce)) : new Uint8Array();
  const code = (name: string) => expect.objectContaining({ code: `leads.tsa-${name}` });
  afterAll(() => tsa?.remove());

  it('its answer holds, is trusted by its CA only, and OpenSSL says so too', () => {
    const verified = verifyTimestamp(response, { sha256, nonce, anchors });
    expect(verified).toMatchObject({ authority: 'CN=Test TSA', trusted: true });
    expect(Math.abs(Date.parse(verified.at) - Date.now())).toBeLessThan(60_000);
    expect(verifyTimestamp(response, { sha256 }).trusted).toBe(false);
    writeFileSync(join(tsa.folder, 'again.tsr'), response);
    const by = ['ts', '-verify', '-digest', sha256.toString('hex'), '-in', 'again.tsr', '-CAfile', 'ca.pem'];
    // OpenSSL states its result on either stream, by version; its exit status counts.
    expect(() => tsa.run(...by)).not.toThrow();
  });

  it('of other bytes, or with another nonce, it does not hold', () => {
    expect(() => verifyTimestamp(response, { sha256: createHash('sha256').digest() })).toThrow(
      code('invalid'),
    );
    expect(() => verifyTimestamp(response, { sha256, nonce: randomBytes(8) })).toThrow(code('invalid'));
  });

  it('no single bit of token, digest or signature can be turned', () => {
    let refused = 0;
    for (let bit = 3; bit < response.length * 8; bit += 61) {
      const other = Uint8Array.from(response);
      other[bit >> 3]! ^= 1 << (bit & 7);
      try {
        const read = verifyTimestamp(other, { sha256, nonce, anchors });
        // What is not signed over (certificates of issuers, for one) can be turned without changing what is said.
        expect(read.at).toBe(verifyTimestamp(response, { sha256 }).at);
      } catch (thrown) {
        expect(thrown).toMatchObject({ code: expect.stringMatching(/^leads\.tsa-/) });
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(50);
  });

  it('a refusal is told as one', () => {
    const weak = timestampRequest(sha256, nonce);
    // An algorithm that the authority does not take.
    weak[weak.indexOf(0x60) + 8] = 0x07;
    expect(() => verifyTimestamp(tsa.answer(weak), { sha256 })).toThrow(code('refused'));
  });

  it('over HTTP, and where nobody answers', async () => {
    const served = await tsa.serve();
    const { verified } = await askTimestamp(httpAuthority(served.url), sha256);
    served.close();
    expect(verified.authority).toBe('CN=Test TSA');
    await expect(askTimestamp(httpAuthority(served.url), sha256)).rejects.toMatchObject({
      code: 'leads.tsa-unreachable',
    });
  });

  it('of an elliptic curve as well', () => {
    const other = createTsa(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    const answered = other.answer(timestampRequest(sha256, nonce));
    other.remove();
    expect(verifyTimestamp(answered, { sha256, nonce }).trusted).toBe(false);
  });
});
