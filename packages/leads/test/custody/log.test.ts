import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type CustodyFiles,
  checkProof,
  openCustodyLog,
  proveCustody,
  withCustodyLog,
} from '../../src/custody/index.ts';
import { custodyFolder } from '../../src/disk/custody.ts';
import { newKeyPem, publicKeyFromPem, signerFromPem } from '../../src/keys/index.ts';
import { AT, sampleEvent } from '../support/events.ts';

const pem = newKeyPem();
const signer = signerFromPem(pem);
const key = publicKeyFromPem(signer.publicKeyPem);
const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-custody-'));
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** The log's files in memory, as a crash might leave them. */
function memory(
  log: Uint8Array = new Uint8Array(0),
  head: string | null = null,
): CustodyFiles & { bytes: Uint8Array } {
  return {
    bytes: log,
    lock: async () => async () => {},
    async read() {
      return this.bytes;
    },
    async append(more) {
      this.bytes = Buffer.concat([this.bytes, more]);
    },
    async truncate(length) {
      this.bytes = this.bytes.subarray(0, length);
    },
    acknowledged: async () => head,
    async acknowledge(text) {
      head = text;
    },
  };
}

async function threeEvents() {
  const files = memory();
  const log = await openCustodyLog(files, signer);
  const ends: number[] = [0];
  const heads: string[] = [];
  for (const gang of ['g-1', 'g-2', 'g-1']) {
    heads.push(JSON.stringify((await log.append(sampleEvent({ package: gang }))).head));
    ends.push(files.bytes.length);
  }
  return { bytes: files.bytes, ends, heads, log };
}

describe('the custody log', () => {
  it('drops a torn last line that was not acknowledged, wherever it was torn, and goes on', async () => {
    const { bytes, ends, heads } = await threeEvents();
    for (let cut = ends[2]! + 1; cut < ends[3]!; cut += 7) {
      const files = memory(bytes.subarray(0, cut), heads[1]!);
      const log = await openCustodyLog(files, signer);
      expect(log.lines.length).toBe(2);
      expect(files.bytes.length).toBe(ends[2]);
      expect((await log.append(sampleEvent())).index).toBe(2);
    }
  });

  it('keeps a whole line whose acknowledgement was not written any more', async () => {
    const { bytes, heads } = await threeEvents();
    expect((await openCustodyLog(memory(bytes, heads[1]!), signer)).lines.length).toBe(3);
  });

  it('never drops what was acknowledged: a shortened log is not opened', async () => {
    const { bytes, ends, heads } = await threeEvents();
    for (const cut of [ends[3]! - 1, ends[2]!, 0]) {
      const opened = openCustodyLog(memory(bytes.subarray(0, cut), heads[2]!), signer);
      await expect(opened).rejects.toMatchObject({ code: 'leads.custody-lost' });
    }
  });

  it('is not opened with an event changed, exchanged or rewritten', async () => {
    const { bytes, heads } = await threeEvents();
    const text = Buffer.from(bytes).toString();
    const changed = text.replace('王敏', '王勇');
    await expect(openCustodyLog(memory(Buffer.from(changed), heads[2]!), signer)).rejects.toMatchObject({
      code: 'leads.custody-damaged',
    });
    const rewritten = memory();
    const other = await openCustodyLog(rewritten, signer);
    for (const gang of ['g-1', 'g-2', 'g-3']) await other.append(sampleEvent({ gang }));
    await expect(openCustodyLog(memory(rewritten.bytes, heads[2]!), signer)).rejects.toMatchObject({
      code: 'leads.custody-forked',
    });
  });

  it('refuses a hand-over without purpose, authority and recipient, and keeps no trace of it', async () => {
    const files = memory();
    const log = await openCustodyLog(files, signer);
    const handedOver = sampleEvent({
      kind: 'handed-over',
      authority: '京公调证字〔2026〕12号',
      recipient: '某市公安局',
    });
    for (const field of ['purpose', 'authority', 'recipient'] as const) {
      for (const nothing of [null, ' ']) {
        const event = { ...handedOver, [field]: nothing };
        await expect(log.append(event)).rejects.toMatchObject({ code: 'leads.event-needs' });
      }
    }
    expect(files.bytes.length).toBe(0);
    expect((await log.append(handedOver)).index).toBe(0);
  });

  it('wants a case number and reasons with outcomes', async () => {
    const log = await openCustodyLog(memory(), signer);
    const outcome = (
      status: 'accepted' | 'need-more' | 'case-filed',
      reasons: string[],
      caseNumber: string | null = null,
    ) => log.append(sampleEvent({ kind: 'outcome', outcome: { status, reasons, caseNumber } }));
    await expect(outcome('need-more', [])).rejects.toMatchObject({ code: 'leads.event-needs' });
    await expect(outcome('case-filed', ['已立案'])).rejects.toMatchObject({ code: 'leads.event-needs' });
    await outcome('accepted', []);
    await outcome('case-filed', ['已立案'], '某公立字〔2026〕9号');
  });

  it('proves the events of one package to somebody who sees no other', async () => {
    const { log } = await threeEvents();
    const since = log.lines[0]!.head;
    const proof = proveCustody(log, 'g-1', since)!;
    expect(proof.events.map(({ index }) => index)).toEqual([0, 2]);
    expect(JSON.stringify(proof)).not.toContain('g-2');
    expect(checkProof(proof, key)).toBeNull();
    const [first] = proof.events;
    const lie = { ...proof, events: [{ ...first!, event: { ...first!.event, who: '别人' } }] };
    expect(checkProof(lie, key)).toBe('event-not-in-log');
    expect(checkProof({ ...proof, head: { ...proof.head, at: '2020-01-01T00:00:00Z' } }, key)).toBe(
      'head-signature',
    );
    expect(
      checkProof({ ...proof, consistency: { from: { ...since, root: '00'.repeat(32) }, path: [] } }, key),
    ).toBe('log-rewritten');
    for (const nonsense of [null, 3, {}, { head: proof.head }, { ...proof, events: [null] }])
      expect(checkProof(nonsense, key)).toBe('unreadable');
    expect(checkProof(proof, publicKeyFromPem(signerFromPem(newKeyPem()).publicKeyPem))).toBe(
      'head-signature',
    );
  });
});

describe('the custody log on disk', () => {
  it('has every acknowledged event after kill -9, and takes a dead process’s lock over', async () => {
    const folder = await newFolder();
    const keyFile = join(folder, 'key.pem');
    await writeFile(keyFile, pem);
    let acknowledged = -1;
    for (const delay of [150, 220, 300]) {
      const child = spawn(process.execPath, [
        join(import.meta.dirname, 'append-forever.ts'),
        folder,
        keyFile,
      ]);
      let out = '';
      child.stdout.on('data', (chunk) => {
        if (out === '') setTimeout(() => child.kill('SIGKILL'), delay);
        out += chunk;
      });
      await new Promise((resolve) => child.on('close', resolve));
      const last = out.trimEnd().split('\n').at(-1)!;
      expect(Number(last)).toBeGreaterThan(acknowledged);
      acknowledged = Number(last);
      const kept = await withCustodyLog(custodyFolder(folder), signer, async ({ lines }) => lines.length);
      expect(kept).toBeGreaterThan(acknowledged);
      expect(kept).toBeLessThanOrEqual(acknowledged + 2);
      acknowledged = kept - 1;
    }
  });

  it('lets one writer in at a time', async () => {
    const folder = await newFolder();
    const write = (who: string) =>
      withCustodyLog(custodyFolder(folder), signer, (log) => log.append(sampleEvent({ who, at: AT })));
    await Promise.all(['甲', '乙', '丙', '丁'].map(write));
    const lines = (await readFile(join(folder, 'custody.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).index)).toEqual([0, 1, 2, 3]);
  });
});
