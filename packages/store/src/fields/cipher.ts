// AES-256 in Galois/Counter Mode: NIST SP 800-38D (2007). Nonces are 96 random bits each (section 8.2.2), which keeps two of them from
// meeting under one key for the 2^32 values that section 8.3 allows it; tags are of 128 bits (section 5.2.1.2).
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { errors } from '../errors.ts';

const VERSION = 1;
const KEY_ID = 8;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + KEY_ID + NONCE;

/** Where a value stands. It opens nowhere else: a row cannot be given the value of another. */
export interface FieldPlace {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface FieldCipher {
  /** Id of the key that writes, in hexadecimal. */
  readonly keyId: string;
  /** version (1 byte) · key id (8) · nonce (12) · ciphertext · tag (16) */
  seal(plain: Uint8Array, place: FieldPlace): Uint8Array;
  /** @throws `store.field-key-unknown`, `store.field-corrupted` */
  open(sealed: Uint8Array, place: FieldPlace): Uint8Array;
}

/** What tells a key from others without telling the key. */
const idOf = (key: Uint8Array): Buffer =>
  createHash('sha256').update('jianzhen field key\0').update(key).digest().subarray(0, KEY_ID);

/** Each part behind its length, so that no two places have one writing. */
function authenticated(head: Uint8Array, { table, row, column }: FieldPlace): Buffer {
  const parts = [table, row, column].map((part) => Buffer.from(part, 'utf8'));
  const lengths = parts.map((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return length;
  });
  return Buffer.concat([head, ...parts.flatMap((part, i) => [lengths[i]!, part])]);
}

/** @param keys of 32 bytes each; the first writes, all of them read */
export function createFieldCipher(keys: readonly [Uint8Array, ...Uint8Array[]]): FieldCipher {
  const known = new Map(keys.map((key) => [idOf(key).toString('hex'), key]));
  const [writing] = keys;
  const writingId = idOf(writing);
  return {
    keyId: writingId.toString('hex'),

    seal(plain, place) {
      const nonce = randomBytes(NONCE);
      const head = Buffer.concat([Buffer.of(VERSION), writingId, nonce]);
      const cipher = createCipheriv('aes-256-gcm', writing, nonce, { authTagLength: TAG });
      cipher.setAAD(authenticated(head, place));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([head, body, cipher.getAuthTag()]);
    },

    open(sealed, place) {
      if (sealed.length < HEAD + TAG || sealed[0] !== VERSION)
        throw errors('store.field-corrupted', { ...place });
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const head = bytes.subarray(0, HEAD);
      const id = head.toString('hex', 1, 1 + KEY_ID);
      const key = known.get(id);
      if (!key) throw errors('store.field-key-unknown', { key: id });
      const decipher = createDecipheriv('aes-256-gcm', key, head.subarray(1 + KEY_ID), {
        authTagLength: TAG,
      });
      decipher.setAAD(authenticated(head, place));
      decipher.setAuthTag(bytes.subarray(-TAG));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(HEAD, -TAG)), decipher.final()]);
      } catch (cause) {
        throw errors('store.field-corrupted', { ...place }, { cause });
      }
    },
  };
}
