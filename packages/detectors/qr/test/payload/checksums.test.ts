import { describe, expect, it } from 'vitest';
import { readCoinAddress } from '../../src/payload/families/crypto/address.ts';
import { base58Check } from '../../src/payload/families/crypto/base58.ts';
import { isWitness, readBech32 } from '../../src/payload/families/crypto/bech32.ts';
import { ethereumChecksum } from '../../src/payload/families/crypto/eip55.ts';
import { crc16 } from '../../src/payload/families/emv/crc.ts';

describe('CRC-16/CCITT-FALSE', () => {
  it('has the check value of the catalogue of CRCs', () => expect(crc16('123456789')).toBe('29B1'));

  it.each([
    [
      'EMV QRCPS 1.1, annex: over UTF-8',
      '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A011223344998877070812345678',
      'A13A',
    ],
    [
      'Manual do BR Code, Banco Central do Brasil',
      '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***',
      '1D3D',
    ],
  ])('%s', (_, body, crc) => expect(crc16(`${body}6304`)).toBe(crc));
});

describe('EIP-55', () => {
  it.each([
    '0x52908400098527886E0F7030069857D2E4169EE7',
    '0x8617E340B3D01FA5F11F306F4090FD50E238070D',
    '0xde709f2102306220921060314715629080e2fb77',
    '0x27b1fdb04752bbc536007a920d24acb045561c26',
  ])('%s is written in one case', (text) => expect(ethereumChecksum(text)).toBe('none'));

  it.each([
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
  ])('%s', (text) => {
    expect(ethereumChecksum(text)).toBe('valid');
    expect(ethereumChecksum(text.replace(/[a-f](?=[^a-f]*$)/, (letter) => letter.toUpperCase()))).toBe(
      'invalid',
    );
  });

  it.each(['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0x'])(
    '%s is none',
    (text) => expect(ethereumChecksum(text)).toBeNull(),
  );
});

describe('Bech32 and Bech32m', () => {
  it.each(['A12UEL5L', 'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', '?1ezyfcl'])('BIP 173: %s', (text) =>
    expect(readBech32(text)?.variant).toBe('bech32'),
  );

  it.each(['A1LQFN3A', 'abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx', '?1v759aa'])('BIP 350: %s', (text) =>
    expect(readBech32(text)?.variant).toBe('bech32m'),
  );

  it.each(['A1G7SGD8', '10a06t8', '1qzzfhee', 'pzry9x0s0muk', 'x1b4n0q5v', 'li1dgmt3', 'A12uEL5L'])(
    'BIP 173, invalid: %s',
    (text) => expect(readBech32(text)).toBeNull(),
  );

  it.each([
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y',
    'BC1SW50QGDZ25J',
    'bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  ])('BIP 350, witness: %s', (text) => expect(isWitness(readBech32(text)!)).toBe(true));

  it.each([
    // Bech32 instead of Bech32m and the other way round, program lengths, witness version 17, padding.
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
    'BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh',
    'BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R',
    'bc1pw5dgrnzv',
    'BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf',
  ])('BIP 350, no witness: %s', (text) => {
    const read = readBech32(text);
    expect(read !== null && isWitness(read)).toBe(false);
    expect(readCoinAddress(text)).toBeNull();
  });
});

describe('Base58Check', () => {
  it.each([
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '0062e907b15cbf27d5425399ebf6f0fb50ebb88f18', 'bitcoin'],
    ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', '05b472a266d0bd89c13706a4132ccfb16f7c3b9fcb', 'bitcoin'],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '41a614f803b6fd780986a42c78ec9c7f77e6ded13c', 'tron'],
  ])('%s', (text, hex, coin) => {
    expect(Buffer.from(base58Check(text)!).toString('hex')).toBe(hex);
    expect(readCoinAddress(text)?.coin).toBe(coin);
  });

  it('leading zeros are ones', () =>
    expect(Buffer.from(base58Check('1111111111111111111114oLvT2')!).toString('hex')).toBe('00'.repeat(21)));

  it.each(['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', '1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a', '', '1'])(
    '%s is none',
    (text) => expect(base58Check(text)).toBeNull(),
  );
});
