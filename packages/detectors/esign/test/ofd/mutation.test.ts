import { CodedError } from '@jianzhen/evidence';
import { describe, expect, test } from 'vitest';
import { verifyOfd } from '../../src/index.ts';
import { mutants, seeded } from '../support/mutate.ts';
import { makeDocument, pack, type SignOptions, sign } from './support/package.ts';
import { accepts, mutatePart, protectedParts } from './support/protected.ts';
import { NOW, seal, signer, stranger, untrusted } from './support/world.ts';
import { readZip } from './support/zip.ts';

const SEED = 20_240_501;
/** Many files one after another: on a busy machine that takes a while. */
const PATIENCE = { timeout: 180_000 };
const check = (bytes: Uint8Array) => verifyOfd(bytes, { trust: untrusted, at: NOW });
const all = () => true;
/** Refusing a file with a coded error is no acceptance; anything else thrown is a fault. */
const refused = (error: unknown) => {
  if (!(error instanceof CodedError)) throw error;
  return false;
};
const kinds: readonly (readonly [string, Omit<SignOptions, 'signer'>])[] = [
  ['version 1', { kind: 'ses-v1', seal: seal({ version: 1 }), cover: all }],
  ['version 4', { kind: 'ses-v4', seal: seal(), cover: all, sealFile: true }],
  ['CMS', { kind: 'cms-hash', cover: all }],
  ['bare signature', { kind: 'raw', certificateFile: true, cover: all }],
];

describe.each(kinds)('%s', (_, options) => {
  const file = pack(sign(makeDocument(), { ...options, signer }));

  test('no octet of what is protected can change unnoticed', PATIENCE, async () => {
    const before = await check(file);
    expect(accepts(before, before)).toBe(true);
    const entries = readZip(file);
    const parts = protectedParts(entries, before);
    const random = seeded(SEED);
    for (let i = 0; i < 60; i++) {
      const { bytes, part, mutant } = mutatePart(entries, parts, random);
      const accepted = await check(bytes).then((after) => accepts(after, before), refused);
      expect(accepted, `${part} at ${mutant.at}: ${mutant.value}`).toBe(false);
    }
  });
});

test('whatever octet of a file changes, there is an answer or a coded error', PATIENCE, async () => {
  const twice = sign(sign(makeDocument(), { kind: 'ses-v4', seal: seal(), signer }), {
    kind: 'cms',
    signer: stranger,
  });
  let answers = 0;
  for (const { bytes } of mutants(pack(twice), 200, SEED)) {
    try {
      await check(bytes);
      answers++;
    } catch (error) {
      expect(error).toBeInstanceOf(CodedError);
    }
  }
  expect(answers).toBeGreaterThan(120);
});
