import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type CustodyLog,
  cleanInterrupted,
  custodyFolder,
  newKeyPem,
  signerFromPem,
  withCustodyLog,
} from '../../src/index.ts';
import { verifyAt } from '../support/package.ts';

let folder: string;
let keyFile: string;
const pem = newKeyPem();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-interrupted-'));
  keyFile = join(folder, 'key.pem');
  await writeFile(keyFile, pem);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Exports an endless lot of exhibits until it is killed, or a few of them to the end. */
const start = (kind: 'folder' | 'zip', exhibits: number) =>
  spawn(
    process.execPath,
    [join(import.meta.dirname, 'export-slowly.ts'), folder, keyFile, kind, String(exhibits)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve));

it.each(['folder', 'zip'] as const)(
  'an export to a %s that was killed leaves nothing under its name, is cleaned, and is done again',
  async (kind) => {
    const child = start(kind, 1e9);
    // A dozen exhibits are written by then.
    let lines = 0;
    child.stdout!.on('data', (chunk: Buffer) => {
      lines += chunk.toString().split('\n').length - 1;
      if (lines >= 12) child.kill('SIGKILL');
    });
    await ended(child);
    const names = await readdir(folder);
    const partial = names.filter((name) => name.endsWith('.partial'));
    expect(partial.length).toBe(1);
    expect(names.filter((name) => name.startsWith('lead-'))).toEqual([]);

    expect(await cleanInterrupted(folder, `lead-${kind}`)).toEqual(partial);
    const again = start(kind, 3);
    expect(await ended(again)).toBe(0);
    const made = (await readdir(folder)).filter((name) => name.startsWith('lead-'));
    expect(made.length).toBe(1);
    expect((await verifyAt(join(folder, made[0]!))).problems).toEqual([]);
    await rm(join(folder, made[0]!), { recursive: true });
    const read = ({ lines }: CustodyLog) => Promise.resolve(lines.at(-1)!.event.kind);
    expect(await withCustodyLog(custodyFolder(join(folder, 'log')), signerFromPem(pem), read)).toBe(
      'exported',
    );
  },
  // Three processes one after another.
  120_000,
);

it('what a living process is writing is left alone', async () => {
  const name = `.lead-g.${process.pid}.partial`;
  await writeFile(join(folder, name), '');
  expect(await cleanInterrupted(folder, 'lead-g')).toEqual([]);
  expect(await cleanInterrupted(join(folder, 'nowhere'), 'lead-g')).toEqual([]);
});
