import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhen-calls-'));
afterAll(() => rmSync(folder, { recursive: true }));
const simulate = (...options: string[]) => jianzhen(['simulate', 'calls', '--out', folder, ...options]);

describe('jianzhen simulate calls', () => {
  it('writes calls and the truth of them', async () => {
    const ran = await simulate(
      ...[
        '--json',
        '--seed',
        '3',
        '--customers',
        '5',
        '--agencies',
        '1',
        '--own-calls',
        '1',
        '--seconds',
        '6',
      ],
    );
    expect(ran.status, ran.err).toBe(0);
    expect(ran.lines()).toMatchObject([{ calls: 7, customers: 5, spoken: 2 }]);
    const rows = readFileSync(join(folder, 'calls.csv'), 'utf8').trimEnd().split('\n');
    expect(rows[0]).toBe('file,customer_id,speaker,agency,agent,seconds,line');
    expect(rows).toHaveLength(8);
    const sounds = readdirSync(folder).filter((name) => name.endsWith('.wav'));
    expect(sounds).toEqual(rows.slice(1).map((row) => row.split(',')[0]));
    const bytes = readFileSync(join(folder, sounds[0]!));
    expect([20, 22].map((at) => bytes.readUInt16LE(at))).toEqual([6, 2]);
    expect(bytes.readUInt32LE(24)).toBe(8000);
  });

  it('says what it cannot do', async () => {
    const short = await simulate('--seconds', '1');
    expect(short.status).not.toBe(0);
    expect(short.err).toContain('cli.usage');
  });
});
