import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhen-world-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('jianzhen simulate world', () => {
  it('writes the tables and their truth', async () => {
    const out = join(folder, 'w');
    const ran = await jianzhen([
      'simulate',
      'world',
      '--json',
      '--seed',
      '3',
      '--cases',
      '1200',
      '--out',
      out,
    ]);
    expect(ran.status, ran.err).toBe(0);
    const [told] = ran.lines();
    expect(told).toMatchObject({ cases: 1200, files: { length: 4 } });
    const lines = (name: string) => readFileSync(join(out, name), 'utf8').trimEnd().split('\n').length - 1;
    expect(lines('cases.csv')).toBe(1200);
    expect(lines('truth.csv')).toBe(1200);
    expect(lines('traces.csv')).toBeGreaterThan(3000);
  });

  it('says what it cannot do', async () => {
    const small = await jianzhen(['simulate', 'world', '--cases', '10', '--out', join(folder, 'x')]);
    expect(small.status).toBe(1);
    expect(small.err).toContain('cli.usage');
    writeFileSync(join(folder, 'file'), '');
    const barred = await jianzhen([
      'simulate',
      'world',
      '--cases',
      '1000',
      '--out',
      join(folder, 'file', 'y'),
    ]);
    expect(barred.err).toContain('cli.cannot-write');
  });
});

describe('jianzhen eval gang', () => {
  it('measures worlds beside plain components, never on those for fitting', async () => {
    const args = ['eval', 'gang', '--json', '--seed', '2', '--size', '2000', '--worlds', '1'];
    const ran = await jianzhen([...args, '--difficulties', 'standard']);
    expect(ran.status, ran.err).toBe(0);
    const lines = ran.lines();
    expect(lines).toHaveLength(4);
    expect(lines.slice(0, 3).every(({ world }) => world >= 1_000_000)).toBe(true);
    expect(lines.at(-1)).toMatchObject({
      cases: 2000,
      worlds: 1,
      pairwiseF1: expect.any(Number),
      baselines: { components: { worlds: 1 } },
    });
    const fitting = await jianzhen([...args.with(4, '1000'), '--tuning']);
    expect(fitting.status).toBe(1);
    expect(fitting.err).toContain('cli.usage');
  }, 30_000);
});
