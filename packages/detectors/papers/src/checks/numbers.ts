/** Identity numbers, credit codes and bank cards: check characters and structure, against single misreadings. */
import type { Finding } from '@jianzhen/evidence';
import { misreading, paperIsWrong, readRight } from '../reading/trust.ts';
import { luhnDigit, readBankCard } from '../rules/bank-card/index.ts';
import { creditCheckCharacter, readCreditCode } from '../rules/credit-code/index.ts';
import { checkCharacter, readIdentityNumber } from '../rules/identity-number/index.ts';
import { finding } from './finding.ts';
import type { Check } from './types.ts';

const IDENTITY_ALPHABET = [...'0123456789X'];
const CREDIT_ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

export const identityNumbers: Check = ({ fields }, { receivedAt, model }) =>
  fields.flatMap((field): Finding[] => {
    const read = field.type === 'identity-number' ? readIdentityNumber(field.value, receivedAt) : null;
    if (!read || read.problems.length === 0 || field.characters.length !== 18) return [];
    const sound = ([text]: readonly string[]) => readIdentityNumber(text!, receivedAt)?.problems.length === 0;
    const probability = paperIsWrong(misreading([field.characters], sound, model, IDENTITY_ALPHABET), model);
    return read.problems.flatMap(({ kind, start, end }) =>
      finding(`papers.identity-number-${kind}`, {
        probability,
        characters: field.characters.slice(start, end),
        values: {
          number: read.number,
          digits: read.number.slice(start, end),
          expected: checkCharacter(read.number),
          rule: 'GB 11643',
        },
      }),
    );
  });

export const creditCodes: Check = ({ fields }, { model }) =>
  fields.flatMap((field): Finding[] => {
    const read = field.type === 'credit-code' ? readCreditCode(field.value) : null;
    if (!read || read.problems.length === 0 || field.characters.length !== 18) return [];
    const sound = ([text]: readonly string[]) => readCreditCode(text!)?.problems.length === 0;
    const probability = paperIsWrong(misreading([field.characters], sound, model, CREDIT_ALPHABET), model);
    // A wrong organisation code spoils the outer check character too; the inner fault says more.
    const inner = read.problems.filter(({ kind }) => kind !== 'checksum');
    return [inner[0] ?? read.problems[0]!].flatMap(({ kind, start, end }) =>
      finding(kind === 'checksum' ? 'papers.credit-code-checksum' : 'papers.credit-code-structure', {
        probability,
        characters: field.characters.slice(start, end),
        values: {
          code: read.code,
          digits: read.code.slice(start, end),
          expected: creditCheckCharacter(read.code),
          rule: 'GB 32100',
        },
      }),
    );
  });

export const bankCards: Check = ({ fields }, { model }) =>
  fields.flatMap((field): Finding[] => {
    const read = field.type === 'bank-card' ? readBankCard(field.value) : null;
    const [problem] = read?.problems ?? [];
    if (!read || !problem) return [];
    const digits = field.characters.filter(({ text }) => /\d/.test(text));
    const sound = ([text]: readonly string[]) => readBankCard(text!)?.problems.length === 0;
    const misread = misreading([digits], sound, model);
    if (problem.kind === 'length')
      return finding('papers.bank-card-length', {
        // A digit more or less is a slip of reading as often as not unless every digit is sure.
        probability: paperIsWrong(misread + (1 - readRight(digits, model)), model),
        characters: field.characters,
        values: {
          number: read.number,
          digits: read.number.length,
          issuer: read.issuer?.bank ?? 'ISO/IEC 7812',
          expected: read.issuer?.lengths.join('/') ?? '16–19',
          rule: 'ISO/IEC 7812-1',
        },
      });
    return finding('papers.bank-card-checksum', {
      probability: paperIsWrong(misread, model),
      characters: field.characters,
      values: { number: read.number, expected: luhnDigit(read.number.slice(0, -1)), rule: 'Luhn' },
    });
  });
