import * as asn1js from 'asn1js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Asn1, readAsn1, TAG } from '../../src/asn1/reader.ts';
import { octetsOf } from '../../src/asn1/values.ts';
import { encode } from '../../src/asn1/writer.ts';
import { cpuClock } from '../support/cpu.ts';

const tree = fc.letrec<{ node: Uint8Array }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.uint8Array({ maxLength: 200 }).map((bytes) => encode(0x04, bytes)),
    fc
      .uint8Array({ minLength: 1, maxLength: 40 })
      .map((bytes) => encode(0x0c, Buffer.from(bytes.map((b) => b & 0x7f)))),
    fc.array(tie('node'), { maxLength: 6 }).map((parts) => encode(0x30, ...parts)),
    fc.array(tie('node'), { maxLength: 6 }).map((parts) => encode(0xa3, ...parts)),
    fc.array(tie('node'), { maxLength: 6 }).map((parts) => indefinite(0x30, parts)),
  ),
})).node;

function indefinite(identifier: number, parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([Uint8Array.of(identifier, 0x80), ...parts, Uint8Array.of(0, 0)]);
}

type Shape = [number, number, readonly Shape[] | string];
const hex = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('hex');

const shape = (node: Asn1): Shape => [
  node.tagClass,
  node.tag,
  node.constructed ? node.children.map(shape) : hex(node.content),
];

function theirs(node: asn1js.AsnType): Shape {
  const { tagClass, tagNumber, isConstructed } = node.idBlock;
  const { value } = node.valueBlock as { value?: asn1js.AsnType[] };
  const content = node.valueBeforeDecodeView.subarray(node.idBlock.blockLength + node.lenBlock.blockLength);
  const own = (Array.isArray(value) ? value : []).filter((child) => !(child instanceof asn1js.EndOfContent));
  return [tagClass - 1, tagNumber, isConstructed ? own.map(theirs) : hex(content)];
}

describe('asn1 reader', () => {
  test('reads what asn1js reads, definite and indefinite', () => {
    fc.assert(
      fc.property(tree, (bytes) => {
        const parsed = asn1js.fromBER(Uint8Array.from(bytes), { parseEmbedded: false });
        expect(parsed.offset).not.toBe(-1);
        expect(shape(readAsn1(bytes))).toEqual(theirs(parsed.result));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('any bytes are read or refused with a code', () => {
    const walk = (node: Asn1, depth = 0): void => {
      if (node.constructed && depth < 20) for (const child of node.children) walk(child, depth + 1);
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          walk(readAsn1(bytes));
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'esign.malformed-asn1' });
        }
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  test('padding after an element is left alone', () => {
    const bytes = encode(0x30, encode(0x02, Uint8Array.of(5)));
    const padded = Buffer.concat([bytes, new Uint8Array(64)]);
    expect(hex(readAsn1(padded).bytes)).toBe(hex(bytes));
  });

  test('an octet string in pieces is put together', () => {
    const pieces = indefinite(0x24, [
      encode(0x04, Buffer.from('ab')),
      encode(0x24, encode(0x04, Buffer.from('cd'))),
    ]);
    expect(Buffer.from(octetsOf(readAsn1(pieces))).toString()).toBe('abcd');
  });

  test.each([
    ['empty', ''],
    ['cut in its length', '3082'],
    ['longer than the data', '30820100'],
    ['of a length beyond 2^53', '308a7fffffffffffffffffff'],
    ['primitive and indefinite', '04800000'],
    ['without an end', '3080020105'],
    ['of an endless tag', `1f${'ff'.repeat(20)}`],
  ])('refuses what is %s', (_, text) => {
    expect(() => readAsn1(Buffer.from(text, 'hex')).children).toThrow(
      expect.objectContaining({ code: 'esign.malformed-asn1' }),
    );
  });

  test('nesting without end is refused at once', () => {
    const cpu = cpuClock();
    const open = Buffer.alloc(400_000, Uint8Array.of(0x30, 0x80));
    expect(() => readAsn1(open)).toThrow(expect.objectContaining({ code: 'esign.malformed-asn1' }));
    const strings = Buffer.alloc(400_000, Uint8Array.of(0x24, 0x80));
    expect(() => octetsOf(readAsn1(strings))).toThrow();
    expect(cpu()).toBeLessThan(1000);
  });

  test('100,000 elements take no time to speak of', () => {
    const entry = encode(0x30, encode(0x02, Uint8Array.of(1, 2, 3)), encode(0x04, new Uint8Array(20)));
    const list = readAsn1(encode(0x30, ...Array.from({ length: 100_000 }, () => entry)));
    const cpu = cpuClock();
    expect(list.children.length).toBe(100_000);
    expect(list.children.every((child) => child.is(TAG.SEQUENCE))).toBe(true);
    expect(cpu()).toBeLessThan(1000);
  });
});
