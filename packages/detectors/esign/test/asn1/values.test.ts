import { describe, expect, test } from 'vitest';
import { readAsn1 } from '../../src/asn1/reader.ts';
import { integerHex, integerOf, oidOf, textOf, timeOf } from '../../src/asn1/values.ts';
import { encode, encodeOid, toDer } from '../../src/asn1/writer.ts';

const read = (identifier: number, content: Uint8Array | string) =>
  readAsn1(encode(identifier, typeof content === 'string' ? Buffer.from(content, 'latin1') : content));

describe('asn1 values', () => {
  test.each([
    '1.2.840.113549.1.7.2',
    '2.16.840.1.101.3.4.2.1',
    '1.2.156.10197.6.1.4.2.2',
    '0.4.0.127.0.7',
    '2.5.4.3',
  ])('object identifier %s', (oid) => expect(oidOf(readAsn1(encodeOid(oid)))).toBe(oid));

  test.each([
    [0x17, '200102030405Z', '2020-01-02T03:04:05.000Z'],
    [0x17, '500102030405Z', '1950-01-02T03:04:05.000Z'],
    [0x17, '2001020304Z', '2020-01-02T03:04:00.000Z'],
    [0x17, '200102030405+0800', '2020-01-01T19:04:05.000Z'],
    [0x18, '20200102030405Z', '2020-01-02T03:04:05.000Z'],
    [0x18, '20200102030405.125Z', '2020-01-02T03:04:05.125Z'],
    [0x18, '20200102030405', '2020-01-02T03:04:05.000Z'],
    [0x18, '20510102030405-0130', '2051-01-02T04:34:05.000Z'],
  ])('time %i %s', (tag, text, iso) => expect(timeOf(read(tag, text)).toISOString()).toBe(iso));

  test.each([
    [0x17, 'yesterday'],
    [0x17, '209902030405Z'],
    [0x18, '200102030405Z'],
    [0x18, '20201302030405Z'],
    [0x04, '200102030405Z'],
  ])('no time: %i %s', (tag, text) =>
    expect(() => timeOf(read(tag, text))).toThrow(expect.objectContaining({ code: 'esign.malformed-asn1' })),
  );

  test('text of each kind, and GBK where UTF-8 was promised', () => {
    expect(textOf(read(0x0c, Buffer.from('印章')))).toBe('印章');
    expect(textOf(read(0x0c, Uint8Array.of(0xd3, 0xa1, 0xd5, 0xc2)))).toBe('印章');
    expect(textOf(read(0x13, 'plain'))).toBe('plain');
    expect(textOf(read(0x1e, Uint8Array.of(0x53, 0x70, 0x7a, 0xe0)))).toBe('印章');
    expect(textOf(read(0x1c, Uint8Array.of(0, 0, 0x53, 0x70, 0, 0x11, 0, 0)))).toBe('印�');
  });

  test('integers lose their sign octet, and must be small to be numbers', () => {
    expect(integerHex(read(2, Uint8Array.of(0, 0x80)))).toBe('80');
    expect(integerHex(read(2, Uint8Array.of(0)))).toBe('00');
    expect(integerOf(read(2, Uint8Array.of(1, 0)))).toBe(256);
    expect(() => integerOf(read(2, Uint8Array.of(0xff)))).toThrow();
    expect(() => integerOf(read(2, new Uint8Array(9).fill(1)))).toThrow();
  });

  test('BER becomes DER: lengths, pieces, order', () => {
    const piece = (text: string) => encode(0x04, Buffer.from(text));
    const ber = Buffer.concat([
      Uint8Array.of(0x31, 0x80),
      Buffer.concat([Uint8Array.of(0x24, 0x80), piece('b'), piece('c'), Uint8Array.of(0, 0)]),
      Uint8Array.of(0x02, 0x81, 0x01, 0x05),
      Uint8Array.of(0, 0),
    ]);
    expect(Buffer.from(toDer(readAsn1(ber))).toString('hex')).toBe('3107020105' + '04026263');
  });
});
