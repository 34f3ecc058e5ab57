import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIssuer, nameSimilarity, sectorOf } from '../../src/issuer/index.ts';

const seal = (title: string | null, titleConfidence = 0.95) => ({ title, titleConfidence });
const codes = (title: string | null, issuer: string | null, kind: string | null, confidence?: number) =>
  checkIssuer(seal(title, confidence), { issuer, kind }).map(({ code }) => code);

describe('a seal against the paper that bears it', () => {
  it('has nothing against the issuer’s own seal, abbreviated, of a department or misread', () => {
    expect(codes('阳光市人民医院', '河东省阳光市人民医院', 'diagnosis-certificate')).toEqual([]);
    expect(codes('阳光市人民医院医务科诊断证明专用章', '阳光市人民医院', 'diagnosis-certificate')).toEqual(
      [],
    );
    expect(codes('阳光布人氏医浣', '阳光市人民医院', null)).toEqual([]);
  });

  it('says so of another organisation’s', () => {
    expect(codes('临江县公安局城关派出所', '阳光市人民医院', 'diagnosis-certificate')).toEqual([
      'seal.issuer-other',
      'seal.issuer-sector',
    ]);
    expect(codes('华新贸易有限公司', '东方物流股份公司', null)).toEqual(['seal.issuer-other']);
  });

  it('holds nothing against a paper that it does not know, or a title that was hardly read', () => {
    expect(codes('临江县公安局', null, null)).toEqual([]);
    expect(codes(null, '阳光市人民医院', 'diagnosis-certificate')).toEqual([]);
    expect(codes('临江县公安局', '阳光市人民医院', 'diagnosis-certificate', 0.4)).toEqual([]);
  });

  it('tells sorts of organisations', () => {
    expect(sectorOf('临江大学附属医院')).toBe('hospital');
    expect(sectorOf('临江农村商业银行股份有限公司')).toBe('bank');
  });
});

describe('likeness of names', () => {
  const name = fc.string({
    unit: fc.constantFrom(...'阳光临江市县人民医院公司贸易'),
    minLength: 1,
    maxLength: 14,
  });

  it('is within 0–1, and 1 for the same name', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const likeness = nameSimilarity(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(nameSimilarity(a, a)).toBe(1);
      }),
    );
  });
});
