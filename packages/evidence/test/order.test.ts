import { describe, expect, it } from 'vitest';
import { type Finding, saidBefore, sortFindings } from '../src/index.ts';

const finding = (code: string, zh: string, severity: Finding['severity'], probability: number): Finding => ({
  ...{ code, severity, probability, region: null },
  message: { zh, en: `en ${zh}` },
});

describe('findings in a list', () => {
  it('come most telling first', () => {
    const sorted = sortFindings([
      finding('c', '丙', 'info', 1),
      finding('a', '甲', 'high', 0.6),
      finding('b', '乙', 'medium', 0.9),
      finding('d', '丁', 'high', 0.8),
    ]);
    expect(sorted.map(({ code }) => code)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('need not repeat what the one before says word for word', () => {
    const list = [
      finding('a', '甲', 'high', 0.9),
      finding('a', '甲', 'high', 0.8),
      finding('a', '甲', 'medium', 0.8),
      finding('a', '乙', 'medium', 0.7),
      finding('b', '乙', 'medium', 0.6),
      finding('a', '甲', 'low', 0.5),
    ];
    expect(saidBefore(list)).toEqual([false, true, true, false, false, false]);
    expect(saidBefore([])).toEqual([]);
  });
});
