import type { Finding, Severity } from './schemas/finding.ts';

const RANK: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2, info: 3 };

/** The most telling findings first: by severity, then by probability. */
export const sortFindings = <T extends Pick<Finding, 'severity' | 'probability'>>(
  findings: readonly T[],
): T[] => findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || b.probability - a.probability);

/** Whether each finding says word for word what the one before it says: lists need not say it again. */
export const saidBefore = (findings: readonly Pick<Finding, 'code' | 'message'>[]): boolean[] =>
  findings.map(({ code, message }, i) => {
    const before = findings[i - 1];
    return before?.code === code && before.message.zh === message.zh && before.message.en === message.en;
  });
