import { describe, expect, it } from 'vitest';
import { newKeyPem, publicKeyFromPem, signerFromPem } from '../../src/keys/index.ts';
import {
  isSealedBy,
  payloadOf,
  preAuthentication,
  readEnvelope,
  readStatement,
  seal,
} from '../../src/statement/index.ts';

const signer = signerFromPem(newKeyPem());
const key = publicKeyFromPem(signer.publicKeyPem);

describe('DSSE', () => {
  it('signs what the specification’s example says', () => {
    const encoded = preAuthentication('http://example.com/HelloWorld', Buffer.from('hello world'));
    expect(Buffer.from(encoded).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
    expect(Buffer.from(preAuthentication('类', Buffer.from('é'))).toString()).toBe('DSSEv1 3 类 2 é');
  });

  it('holds under the key that sealed it, over payload and type alike', async () => {
    const envelope = await seal(signer, 'text/plain', Buffer.from('线索'));
    const read = readEnvelope(JSON.stringify(envelope))!;
    expect(isSealedBy(read, key)).toBe(true);
    expect(Buffer.from(payloadOf(read)).toString()).toBe('线索');
    expect(isSealedBy({ ...read, payloadType: 'text/html' }, key)).toBe(false);
    expect(isSealedBy({ ...read, payload: Buffer.from('线团').toString('base64') }, key)).toBe(false);
    expect(isSealedBy(read, publicKeyFromPem(signerFromPem(newKeyPem()).publicKeyPem))).toBe(false);
    // The hint may lie; the signature decides.
    const signatures = [{ ...read.signatures[0]!, keyid: 'another' }];
    expect(isSealedBy({ ...read, signatures }, key)).toBe(true);
  });

  it.each(['', '{}', 'null', '[]', '{"payloadType":"a","payload":"","signatures":[null]}'])(
    '%j is no envelope and no statement',
    (text) => {
      expect(readEnvelope(text)).toBeNull();
      expect(readStatement(Buffer.from(text))).toBeNull();
    },
  );
});
