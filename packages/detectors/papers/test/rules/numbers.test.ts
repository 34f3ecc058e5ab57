import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhnDigit, readBankCard } from '../../src/rules/bank-card/index.ts';
import {
  creditCheckCharacter,
  organisationCheckCharacter,
  readCreditCode,
} from '../../src/rules/credit-code/index.ts';
import { readInvoiceCode, readInvoiceNumber } from '../../src/rules/invoice/index.ts';
import { readPhone } from '../../src/rules/phone/index.ts';

const kinds = (read: { readonly problems: readonly { readonly kind: string }[] } | null) =>
  read?.problems.map(({ kind }) => kind);

describe('unified social credit codes (GB 32100)', () => {
  it('accept codes in use', () => {
    expect(kinds(readCreditCode('91110000600037341L'))).toEqual([]);
    expect(kinds(readCreditCode('91350100m000100y43'))).toEqual([]);
  });

  it('accept what the check characters close and reject any other last character', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }),
        fc.constantFrom(...alphabet),
        (body, last) => {
          const stem = `91440300${body.join('')}${organisationCheckCharacter(body.join(''))}`;
          const right = creditCheckCharacter(stem);
          expect(kinds(readCreditCode(stem + right))).toEqual([]);
          if (last !== right) expect(kinds(readCreditCode(stem + last))).toEqual(['checksum']);
        },
      ),
    );
  });

  it('name the part that is wrong', () => {
    expect(kinds(readCreditCode('91990000600037341L'))).toContain('division');
    expect(kinds(readCreditCode('Z1110000600037341L'))).toBeUndefined();
    expect(kinds(readCreditCode('91110000600037342L'))).toContain('organisation');
  });
});

describe('bank cards (ISO/IEC 7812)', () => {
  it('follow Luhn, of every length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^62220\d{13}$/), (digits) => {
        const right = luhnDigit(digits);
        const read = readBankCard(digits + right);
        expect(kinds(read)).not.toContain('checksum');
        const wrong = String((Number(right) + 1) % 10);
        if (kinds(read)?.length === 0) expect(kinds(readBankCard(digits + wrong))).toEqual(['checksum']);
      }),
    );
    expect(luhnDigit('7992739871')).toBe('3');
  });

  it("know issuers' lengths, and leave accounts alone", () => {
    const short = `622202${'0'.repeat(9)}`;
    expect(readBankCard(short + luhnDigit(short))).toMatchObject({
      issuer: { bank: '中国工商银行', lengths: [19] },
    });
    expect(kinds(readBankCard(short + luhnDigit(short)))).toEqual(['length']);
    expect(kinds(readBankCard('0200001234567890123'))).toEqual([]);
    expect(readBankCard('12345')).toBeNull();
  });
});

describe('telephone numbers', () => {
  it.each([
    ['+86 138-0013-8000', 'mobile', true],
    ['19912345678', 'mobile', true],
    ['10012345678', 'mobile', false],
    ['15412345678', 'mobile', false],
    ['(010) 6552-9988', 'landline', true],
    ['0755-26001234', 'landline', true],
    ['0400-2600123', 'landline', false],
    ['400-123-4567', 'service', true],
    ['95588', 'service', true],
  ])('%s', (text, kind, assigned) => expect(readPhone(text)).toMatchObject({ kind, assigned }));

  it('are not any digits', () => {
    expect(readPhone('2024')).toBeNull();
    expect(readPhone('123456789012345')).toBeNull();
  });
});

describe('invoices', () => {
  it('read codes and numbers of each form', () => {
    expect(readInvoiceCode('4403181130', 2018)).toMatchObject({ year: 2018, problems: [] });
    expect(readInvoiceCode('044031900111', 2019)).toMatchObject({ year: 2019, problems: [] });
    expect(readInvoiceNumber('25332000000123456789', 2025)).toMatchObject({
      kind: 'digital-number',
      problems: [],
    });
    expect(readInvoiceNumber('24952000000123456789', 2024).problems).toEqual([]);
    expect(readInvoiceNumber('12345678').problems).toEqual([]);
  });

  it('contradict the issue date, the map and the form', () => {
    expect(kinds(readInvoiceNumber('25332000000123456789', 2024))).toEqual(['year']);
    expect(kinds(readInvoiceNumber('25992000000123456789', 2025))).toEqual(['region']);
    expect(kinds(readInvoiceCode('4403251130', 2023))).toEqual(['year']);
    expect(kinds(readInvoiceCode('9903181130', 2018))).toEqual(['region']);
    expect(kinds(readInvoiceNumber('123456789'))).toEqual(['form']);
    expect(kinds(readInvoiceCode('440318113'))).toEqual(['form']);
  });
});
