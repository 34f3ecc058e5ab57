import { describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

interface Row {
  readonly judgements: number;
  readonly ece: number;
  readonly byChance: { readonly mean: number; readonly high: number };
  readonly brier: number;
  readonly bins: readonly unknown[];
}

describe('jianzhen eval calibration', () => {
  it('holds the probabilities of detectors against made-up sets, errors by detector as the last line', async () => {
    const ran = await jianzhen(['eval', 'calibration', '--json', '--detectors', 'url', 'script']);
    expect(ran.status, ran.err).toBe(0);
    const [url, script, last] = ran.lines() as unknown as [Row, Row, unknown];
    for (const row of [url, script]) {
      expect(row.judgements).toBeGreaterThan(1000);
      expect(row.bins).toHaveLength(10);
      expect(row.ece).toBeGreaterThan(0);
      expect(row.ece).toBeLessThan(0.15);
      expect(row.byChance.mean).toBeLessThan(row.byChance.high);
      // Of whoever always says one half it is 0.25.
      expect(row.brier).toBeLessThan(0.2);
    }
    expect(last).toEqual({ ece: { url: url.ece, script: script.ece }, unreadable: 0 });
  }, 60_000);

  it('prints what was told beside what was true, and refuses a detector that it does not know', async () => {
    const ran = await jianzhen(['eval', 'calibration', '--detectors', 'script']);
    expect(ran.status, ran.err).toBe(0);
    expect(ran.out).toMatch(/script +1200 +0\.\d{3}/);
    expect(ran.out).toMatch(/script +(0\.\d\d→\d\.\d\d +){9}/);
    const refused = await jianzhen(['eval', 'calibration', '--detectors', 'nobody']);
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('[cli.usage]');
  }, 60_000);
});
