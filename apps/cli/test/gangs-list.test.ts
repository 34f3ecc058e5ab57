import { rm } from 'node:fs/promises';
import { createMining } from '@jianzhen/cases';
import { createComplaintReader, createGangMiner } from '@jianzhen/engine';
import type { TraceKind } from '@jianzhen/evidence';
import { startServer } from '@jianzhen/server';
import { openStore } from '@jianzhen/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { importTables } from '../src/commands/gangs/import.ts';
import { jianzhen } from './run.ts';

const AGENCY = 60;
const HONEST = 1500;

/** An agency with three phones, two devices and a letter, among people who share nothing. */
function tables() {
  const ids = Array.from({ length: AGENCY + HONEST }, (_, i) => i);
  const rows = ids.flatMap((i): [number, TraceKind, string][] =>
    i < AGENCY
      ? [
          [i, 'phone', `1380000000${i % 3}`],
          [i, 'device', `device ${i % 2}`],
          [i, 'script', 'letter'],
        ]
      : [[i, 'phone', `139${10_000_000 + i}`]],
  );
  return {
    cases: {
      caseId: ids.map((i) => `c${i}`),
      customerId: ids.map((i) => `customer ${i}`),
      lenderId: ids.map((i) => `lender ${i % 7}`),
      openedAt: Float64Array.from(ids, (i) => (i === 0 ? Number.NaN : Date.UTC(2025, 0, 1 + (i % 90)))),
    },
    traces: {
      caseId: rows.map(([i]) => `c${i}`),
      kind: rows.map(([, kind]) => kind),
      value: rows.map(([, , value]) => value),
      observedAt: Float64Array.from(rows, ([i]) => Date.UTC(2025, 0, 1 + (i % 90))),
    },
  };
}

describe('jianzhen gangs list', () => {
  let data: string;
  beforeAll(async () => {
    data = await freshDataDir();
    const store = await openStore({ dataDir: data });
    const { cases, traces } = tables();
    await importTables(store.gangs, cases, traces);
    await createMining(store.gangs, createGangMiner(), createComplaintReader()).run();
    await store.close();
  });
  afterAll(() => rm(data, { recursive: true }));

  it('prints what is on record as gangs mine does', async () => {
    const { status, lines } = await jianzhen(['gangs', 'list', '--json', '--data', data]);
    expect(status).toBe(0);
    const [gang, ...others] = lines();
    expect(others).toEqual([]);
    expect(gang).toMatchObject({
      gang: 'g-0001',
      role: 'agency',
      upstream: null,
      downstream: [],
      lenders: 7,
    });
    expect(gang).toHaveProperty('cases.length', AGENCY);
  });

  it('asks the server that has the folder open, and says so where none answers', async () => {
    const server = await startServer({ dataDir: data, port: 0, console: null, mineMinutes: 0 });
    const asked = await jianzhen(['gangs', 'list', '--json', '--data', data, '--url', server.url!]);
    expect(asked.lines()).toHaveLength(1);
    const none = await jianzhen(['gangs', 'list', '--json', '--data', data, '--url', 'http://127.0.0.1:9']);
    expect(none.status).toBe(1);
    expect(none.err).toContain('[cli.no-server]');
    await server.close();
  });
});
