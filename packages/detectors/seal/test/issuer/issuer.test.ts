import { describe, expect, it } from 'vitest';
import { checkSector, sectorOf } from '../../src/issuer/index.ts';

const check = (title: string | null, kind: string, titleConfidence = 0.95) =>
  checkSector({ title, titleConfidence }, kind);

describe('a seal against the kind of paper that bears it', () => {
  it('has nothing against who issues such papers, whatever the department', () => {
    expect(check('阳光市人民医院', 'diagnosis-certificate')).toBeNull();
    expect(check('阳光市人民医院医务科诊断证明专用章', 'diagnosis-certificate')).toBeNull();
  });

  it('says so of another sort of organisation, and whose seal it should be', () => {
    const reason = check('临江县公安局城关派出所', 'diagnosis-certificate');
    expect(reason?.code).toBe('seal.issuer-sector');
    expect(reason?.message.zh).toContain('应由医疗机构盖章');
    expect(reason?.message.en).toContain('the police');
  });

  it('holds nothing against a paper that it does not know, or a title that was hardly read', () => {
    expect(check('临江县公安局', 'unknown')).toBeNull();
    expect(check('河东甲乙丙', 'diagnosis-certificate')).toBeNull();
    expect(check(null, 'diagnosis-certificate')).toBeNull();
    expect(check('临江县公安局', 'diagnosis-certificate', 0.4)).toBeNull();
  });

  it('tells sorts of organisations', () => {
    expect(sectorOf('临江大学附属医院')).toBe('hospital');
    expect(sectorOf('临江农村商业银行股份有限公司')).toBe('bank');
  });
});
