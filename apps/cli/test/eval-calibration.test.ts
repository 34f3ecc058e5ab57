import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePng } from '@jianzhen/raster';
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

  it('tells a page that cannot be read by a line of its own, and goes on with the rest', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianzhen-calibration-'));
    const [width, height] = [200, 200];
    const page = { width, height, data: new Uint8Array(width * height).fill(240) };
    writeFileSync(join(folder, 'page.png'), await encodePng(page));
    writeFileSync(join(folder, 'broken.jpg'), 'no picture');
    const manifest = join(folder, 'manifest.csv');
    writeFileSync(manifest, 'file,label,mask\nbroken.jpg,1,\npage.png,0,\n');
    const asked = ['eval', 'calibration', '--detectors', 'document', '--manifest', manifest];
    const ran = await jianzhen([...asked, '--json']);
    expect(ran.status, ran.err).toBe(3);
    const [error, row, last] = ran.lines();
    expect(error).toMatchObject({ file: 'broken.jpg', error: { code: expect.any(String) } });
    // Of one class alone nothing can be said.
    expect(row).toMatchObject({ detector: 'document', judgements: 0, ece: null });
    expect(last).toEqual({ ece: { document: null }, unreadable: 1 });
    rmSync(folder, { recursive: true });
  }, 60_000);
});
