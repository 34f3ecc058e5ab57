import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFieldCipher } from '../src/fields/cipher.ts';
import { fieldKeys } from '../src/fields/keys.ts';

const place = { table: 'voiceprints', row: 'a', column: 'vector' };
const [first, second] = [randomBytes(32), randomBytes(32)];
const code = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('an encrypted field', () => {
  const cipher = createFieldCipher([first]);

  it('opens to what was put in, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 900 }), (plain) => {
        const sealed = cipher.seal(plain, place);
        expect(Buffer.from(cipher.open(sealed, place))).toEqual(Buffer.from(plain));
        if (plain.length > 8) expect(Buffer.from(sealed).includes(Buffer.from(plain))).toBe(false);
      }),
    );
  });

  it('never looks the same twice', () => {
    const seen = Array.from({ length: 50 }, () =>
      Buffer.from(cipher.seal(Buffer.from('x'), place)).toString('hex'),
    );
    expect(new Set(seen).size).toBe(50);
  });

  it.each([
    { ...place, row: 'b' },
    { ...place, column: 'other' },
    { ...place, table: 'others' },
    { table: 'voiceprintsa', row: '', column: 'vector' },
  ])('opens at its own place only: not at %o', (other) => {
    expect(code(() => cipher.open(cipher.seal(Buffer.from('x'), place), other))).toBe(
      'store.field-corrupted',
    );
  });

  it('notices every changed, missing and added byte', () => {
    const sealed = cipher.seal(Buffer.from('a vector'), place);
    for (let i = 0; i < sealed.length; i++) {
      const changed = Uint8Array.from(sealed);
      changed[i]! ^= 1;
      // A changed key id is the id of another key.
      const expected = i >= 1 && i <= 8 ? 'store.field-key-unknown' : 'store.field-corrupted';
      expect(code(() => cipher.open(changed, place))).toBe(expected);
    }
    for (let length = 0; length < sealed.length; length++)
      expect(code(() => cipher.open(sealed.subarray(0, length), place))).toBe('store.field-corrupted');
    expect(code(() => cipher.open(Buffer.concat([sealed, Buffer.of(0)]), place))).toBe(
      'store.field-corrupted',
    );
  });

  it('is read under every key of the ring and written under the first', () => {
    const old = cipher.seal(Buffer.from('old'), place);
    const rotated = createFieldCipher([second, first]);
    expect(Buffer.from(rotated.open(old, place)).toString()).toBe('old');
    expect(rotated.keyId).not.toBe(cipher.keyId);
    const fresh = rotated.seal(Buffer.from('new'), place);
    expect(Buffer.from(createFieldCipher([second]).open(fresh, place)).toString()).toBe('new');
  });

  it('under an unknown key is an error that says so', () => {
    const sealed = cipher.seal(Buffer.from('x'), place);
    const other = createFieldCipher([second]);
    expect(code(() => other.open(sealed, place))).toBe('store.field-key-unknown');
  });
});

describe('the keys', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'jianzhen-keys-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));
  const base64 = (key: Uint8Array) => Buffer.from(key).toString('base64');

  it('are those of the environment, in its order', async () => {
    const fieldKey = `${base64(second)},${base64(first)}`;
    expect(await fieldKeys({ dataDir, fieldKey, embedded: false })).toEqual([second, first]);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('are made once beside embedded data, for their owner alone', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => fieldKeys({ dataDir, embedded: true })));
    for (const keys of made) expect(keys).toEqual(made[0]);
    expect((await stat(join(dataDir, 'field.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(['field.key']);
    expect(await readFile(join(dataDir, 'field.key'), 'utf8')).toBe(`${base64(made[0]![0])}\n`);
  });

  it('are nowhere for a server without them', async () => {
    expect(await fieldKeys({ dataDir, embedded: false })).toBeNull();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it.each(['short', base64(randomBytes(31)), `${base64(first)}x`, `${base64(first)},nonsense`])(
    'are refused where they are none: %s',
    async (fieldKey) => {
      await expect(fieldKeys({ dataDir, fieldKey, embedded: true })).rejects.toMatchObject({
        code: 'store.field-key-invalid',
      });
    },
  );

  it('are not made anew over a file that holds none', async () => {
    const file = join(dataDir, 'field.key');
    await writeFile(file, '');
    await chmod(file, 0o600);
    await expect(fieldKeys({ dataDir, embedded: true })).rejects.toMatchObject({
      code: 'store.field-key-invalid',
    });
    expect(await readFile(file, 'utf8')).toBe('');
  });
});
