import type { SubIndication } from '@jianzhen/evidence';
import { describe, expect, test } from 'vitest';
import { judge } from '../src/judge.ts';
import { messages } from '../src/messages.ts';
import { type Remark, remark } from '../src/remark.ts';

const held = (subIndication: SubIndication | null): Remark => ({
  ...remark('no-trust', subIndication),
  reason: { code: `${subIndication}`, message: messages['no-trust'] },
});

describe('judge', () => {
  test('nothing against it: TOTAL-PASSED, with what a person should know', () => {
    expect(judge([])).toEqual({ indication: 'TOTAL-PASSED', subIndication: null, reasons: [] });
    expect(judge([held(null)])).toMatchObject({ indication: 'TOTAL-PASSED', reasons: [{ code: 'null' }] });
  });

  // ETSI EN 319 102-1, table 5: what is final, and what more information may change.
  test.each<[SubIndication, string]>([
    ['FORMAT_FAILURE', 'TOTAL-FAILED'],
    ['HASH_FAILURE', 'TOTAL-FAILED'],
    ['SIG_CRYPTO_FAILURE', 'TOTAL-FAILED'],
    ['REVOKED', 'TOTAL-FAILED'],
    ['EXPIRED', 'TOTAL-FAILED'],
    ['NOT_YET_VALID', 'TOTAL-FAILED'],
    ['SIG_CONSTRAINTS_FAILURE', 'INDETERMINATE'],
    ['CHAIN_CONSTRAINTS_FAILURE', 'INDETERMINATE'],
    ['CERTIFICATE_CHAIN_GENERAL_FAILURE', 'INDETERMINATE'],
    ['CRYPTO_CONSTRAINTS_FAILURE', 'INDETERMINATE'],
    ['NO_SIGNING_CERTIFICATE_FOUND', 'INDETERMINATE'],
    ['NO_CERTIFICATE_CHAIN_FOUND', 'INDETERMINATE'],
    ['REVOKED_NO_POE', 'INDETERMINATE'],
    ['REVOKED_CA_NO_POE', 'INDETERMINATE'],
    ['OUT_OF_BOUNDS_NO_POE', 'INDETERMINATE'],
    ['CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'INDETERMINATE'],
    ['SIGNED_DATA_NOT_FOUND', 'INDETERMINATE'],
    ['TRY_LATER', 'INDETERMINATE'],
  ])('%s is %s', (subIndication, indication) =>
    expect(judge([held(null), held(subIndication)])).toMatchObject({ indication, subIndication }),
  );

  test('the check that comes first decides, whatever the order in which things were found', () => {
    const found = [
      'CRYPTO_CONSTRAINTS_FAILURE',
      'NO_CERTIFICATE_CHAIN_FOUND',
      'HASH_FAILURE',
      'SIG_CRYPTO_FAILURE',
    ];
    const { subIndication, reasons } = judge([held(null), ...found.map((sub) => held(sub as SubIndication))]);
    expect(subIndication).toBe('HASH_FAILURE');
    expect(reasons.map(({ code }) => code)).toEqual([
      'HASH_FAILURE',
      'SIG_CRYPTO_FAILURE',
      'NO_CERTIFICATE_CHAIN_FOUND',
      'CRYPTO_CONSTRAINTS_FAILURE',
      'null',
    ]);
  });

  test('every message is there in both languages, with the same values', () => {
    const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { zh, en } of Object.values(messages)) {
      expect(zh).toMatch(/[一-鿿]/);
      expect(values(zh)).toEqual(values(en));
    }
  });
});
