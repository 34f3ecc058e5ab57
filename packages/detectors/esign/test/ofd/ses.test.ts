import { CodedError } from '@jianzhen/evidence';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/crypto/digest.ts';
import { rebuildList } from '../../src/ofd/rebuild.ts';
import { valueKind } from '../../src/ofd/value.ts';
import { parseSesSeal, parseSesSignature } from '../../src/ses/parse.ts';
import { sealValidAt } from '../../src/ses/verify.ts';
import { bits } from '../pki/der.ts';
import { mutants } from '../support/mutate.ts';
import { generalizedTime, makeSesSignature, utcTime } from './support/seals.ts';
import { seal, signer } from './support/world.ts';

const path = 'Doc_0/Signs/Sign_0/Signature.xml';
const xml = Buffer.from('<Signature/>');
const signature = (version: 1 | 4, time: Uint8Array) =>
  makeSesSignature({ version, seal: seal({ version }), signer, xml, path, time, form: 'der' });
const TIME = '2024-05-01T02:03:04.000Z';

describe('the time of signing', () => {
  test.each([
    ['version 4, GeneralizedTime', 4, generalizedTime('20240501020304Z')],
    ['version 4, with fractions', 4, generalizedTime('20240501020304.000Z')],
    ['version 4, local', 4, generalizedTime('20240501100304')],
    ['version 4, UTCTime', 4, utcTime('240501020304Z')],
    ['version 4, in a bit string', 4, bits(Buffer.from('2024-05-01 10:03:04'))],
    ['version 1, text', 1, Buffer.from('20240501020304Z')],
    ['version 1, text with a year of two digits', 1, Buffer.from('240501020304Z')],
    ['version 1, UTCTime', 1, utcTime('240501020304Z')],
    ['version 1, GeneralizedTime', 1, generalizedTime('20240501020304Z')],
  ] as const)('%s', (_, version, time) => {
    expect(parseSesSignature(signature(version, time))).toMatchObject({ version, signedAt: TIME });
  });

  test('that nobody can read is left open', () => {
    const parsed = parseSesSignature(signature(1, Buffer.from('some day')));
    expect(parsed.signedAt).toBeNull();
    expect(sealValidAt(parsed.signedAt, parsed.seal)).toBeNull();
  });
});

describe('whatever the octets, there is a structure or a coded error', () => {
  const parses = (bytes: Uint8Array) => {
    for (const parse of [parseSesSignature, parseSesSeal, valueKind]) {
      try {
        parse(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(CodedError);
      }
    }
  };

  test('any', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), parses));
  });

  test.each([1, 4] as const)('cut or changed, version %i', (version) => {
    const whole = signature(
      version,
      version === 1 ? Buffer.from('20240501020304Z') : generalizedTime('20240501020304Z'),
    );
    fc.assert(fc.property(fc.nat(whole.length - 1), (length) => parses(whole.subarray(0, length))));
    for (const { bytes } of mutants(whole, 300, version)) parses(bytes);
    for (const { bytes } of mutants(seal({ version }), 300, version)) parses(bytes);
  });
});

describe('a list of signatures', () => {
  const entry = (i: number) =>
    `<ofd:Signature ID="s${i}" Type="Seal" BaseLoc="/Doc_0/Signs/Sign_${i}/Signature.xml"/>`;
  const list = (count: number, glue = '') =>
    Buffer.from(
      `<ofd:Signatures xmlns:ofd="x">${Array.from({ length: count }, (_, i) => glue + entry(i)).join('')}${glue}</ofd:Signatures>`,
    );
  const hash = (bytes: Uint8Array) => digest('SM3', bytes);

  test('that has grown at its end is rebuilt, by whichever signature', () => {
    const glues = fc.constantFrom('', '\n', '\n    ', '\r\n\t');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        glues,
        (before, more, glue) => {
          const signed = hash(list(before, glue));
          expect(rebuildList(list(before + more, glue), signed, 'SM3', before - 1, [])).toBe(before);
        },
      ),
    );
  });

  test('in which any octet up to the own entry changed is not', () => {
    const [before, now] = [list(2), list(4)];
    const end = before.length - '</ofd:Signatures>'.length;
    for (const { bytes } of mutants(now, 300, 1, [{ start: 0, end }]))
      expect(rebuildList(bytes, hash(before), 'SM3', 1, [])).toBeNull();
  });

  test('with more than plain entries added is not', () => {
    const added = (extra: string) =>
      Buffer.from(list(2).toString().replace('</ofd:Signatures>', `${extra}</ofd:Signatures>`));
    const signed = hash(list(2));
    expect(rebuildList(added(entry(2)), signed, 'SM3', 1, [])).toBe(2);
    expect(rebuildList(added(entry(2).replace('ofd:', 'x:')), signed, 'SM3', 1, [])).toBeNull();
    expect(rebuildList(added(entry(2).replace('Type=', 'Kind=')), signed, 'SM3', 1, [])).toBeNull();
    expect(rebuildList(added(`${entry(2)}<ofd:More/>`), signed, 'SM3', 1, [])).toBeNull();
  });
});
