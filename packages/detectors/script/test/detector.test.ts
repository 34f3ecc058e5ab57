import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareTexts,
  createScriptDetector,
  errors,
  fingerprintFromText,
  fingerprintText,
  fingerprintToText,
} from '../src/index.ts';

const detector = createScriptDetector();
const LETTER =
  '尊敬的领导：本人张伟，因失业无法按期还款。我于2024年3月5日在云岭银行借款5000元。要求停.息.挂.账并减免利息！我方委托债务优化顾问处理，如不处理我将继续向监管部门投诉到底。';
const OTHER = LETTER.replace('张伟', '李小明').replace('2024年3月5日', '2025-01-02').replace('5000', '8,800');
const known = { script: '00c0ffee00c0ffee', others: 12, lenders: 3, similarity: 0.91, sameScript: 0.9999 };

describe('the detector of scripts', () => {
  it('shows phrases where they stand, with numbers, in both languages, and never as more than low', () => {
    const { findings } = detector.examine({ text: LETTER });
    const [finding] = findings;
    expect(findings).toHaveLength(1);
    expect(finding).toMatchObject({ code: 'script.agent-phrases', severity: 'low', region: null });
    expect(finding!.spans.map(({ start, end }) => LETTER.slice(start, end))).toEqual([
      '停.息.挂.账',
      '减免利息',
      '债务优化',
      '投诉到底',
    ]);
    expect(finding!.message.zh).toContain('4 种');
    expect(finding!.message.zh).toContain('其中 1 种');
    expect(finding!.message.en).toContain('4 phrases');
  });

  it('tells of letters of one script without accusing, and gives the script’s name as trace', () => {
    const { findings, traces } = detector.examine({ text: LETTER, known });
    const finding = findings.find(({ code }) => code === 'script.known-template')!;
    expect(finding).toMatchObject({ severity: 'low', probability: 0.99, values: { others: 12, lenders: 3 } });
    expect(finding.message.zh).toContain('另外 12 人（案）、3 家机构');
    expect(finding.message.en).toContain('12 other persons or cases at 3 lenders');
    expect(finding.message.en).toContain('does not show that an agent took part');
    expect(traces).toEqual([{ kind: 'script', value: known.script }]);
    const unknown = detector.examine({ text: LETTER, known: { ...known, lenders: null } }).findings.at(-1)!;
    expect(unknown.message.en).toContain('12 other persons or cases; the most alike');
  });

  it('gives the same fingerprint and trace where only fills differ', () => {
    const [a, b] = [LETTER, OTHER].map((text) => detector.examine({ text }));
    expect(a!.fingerprint).not.toBeNull();
    expect(b!.fingerprint).toBe(a!.fingerprint);
    expect(b!.traces).toEqual(a!.traces);
    expect(compareTexts(LETTER, OTHER)).toMatchObject({ jaccard: 1, containment: 1 });
  });

  it('says nothing of short and of honest texts', () => {
    expect(detector.examine({ text: '你好，请问怎么还款？' })).toMatchObject({
      findings: [],
      traces: [],
      fingerprint: null,
    });
  });

  it('takes any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { fingerprint } = detector.examine({ text });
        if (fingerprint) expect(fingerprintToText(fingerprintFromText(fingerprint))).toBe(fingerprint);
      }),
    );
  });
});

describe('fingerprints', () => {
  it('of another version are refused with a code', () => {
    const bytes = Buffer.from(fingerprintToText(fingerprintText(LETTER)!), 'base64url');
    bytes[0] = 9;
    for (const text of ['', 'AAAA', bytes.toString('base64url')])
      expect(() => fingerprintFromText(text)).toThrowError(
        expect.objectContaining({ code: 'script.fingerprint-unreadable' }),
      );
    expect(Object.keys(errors.definitions)).toContain('script.fingerprint-unreadable');
  });
});
