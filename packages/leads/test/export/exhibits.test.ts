import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  custodyFolder,
  exportLead,
  folderSink,
  knownProfile,
  type LeadExhibit,
  withCustodyLog,
} from '../../src/index.ts';
import { sampleLead } from '../support/lead.ts';
import { createWorkshop, MADE_AT, verifyAt, type Workshop } from '../support/package.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await createWorkshop();
});
afterAll(() => workshop.close());

async function make(
  name: string,
  profile: string,
  change: (exhibit: LeadExhibit, i: number) => Partial<LeadExhibit>,
) {
  const lead = sampleLead({ cases: 6, exhibits: 4 });
  const exhibits = lead.exhibits.map((exhibit, i) => ({ ...exhibit, ...change(exhibit, i) }));
  return exportLead(
    { ...lead, exhibits },
    {
      name,
      sink: await folderSink(workshop.folder, name),
      custody: (work) => withCustodyLog(custodyFolder(join(workshop.folder, 'log')), workshop.signer, work),
      signer: workshop.signer,
      profile: knownProfile(profile),
      hashKey: { id: 'a', secret: Buffer.alloc(32, 3) },
      authority: null,
      clock: () => MADE_AT,
      organisation: 'o',
      who: 'w',
      purpose: 'p',
    },
  );
}
const inventory = async (path: string) =>
  (await readFile(join(path, 'data/records/inventory.csv'), 'utf8')).trimEnd().split('\r\n').slice(1);

describe('exhibits', () => {
  it('one that cannot be read, or is another than was recorded, is told, and the export goes on', async () => {
    const made = await make('lead-problems', 'police', (_, i) => {
      if (i === 1)
        return {
          // biome-ignore lint/correctness/useYield: it fails before the first piece
          async *open() {
            throw new Error('EIO');
          },
        } as unknown as LeadExhibit;
      return i === 2 ? { sha256: 'ee'.repeat(32) } : {};
    });
    expect(made.problems.map(({ file, code }) => [file, code])).toEqual([
      ['诊断证明 100%.jpg', 'leads.exhibit-unreadable'],
      ['voucher-2.jpg', 'leads.exhibit-changed'],
    ]);
    expect((await verifyAt(made.path)).valid).toBe(true);
    const rows = await inventory(made.path);
    expect(rows[1]).toMatch(/^E00002,诊断证明 100%\.jpg,C00002,image\/jpeg,\d+,[0-9a-f]{64},,/);
  });

  it('names of strangers do not leave the package, and are kept in the list', async () => {
    const names = ['../../../etc/passwd', 'C:\\evil.exe', 'gpj\u202e.exe', '\u0000'];
    const made = await make('lead-names', 'police', (_, i) => ({ name: names[i]! }));
    expect((await verifyAt(made.path)).valid).toBe(true);
    expect((await inventory(made.path)).map((row) => row.split(',')[8])).toEqual([
      'data/exhibits/E00001-passwd',
      'data/exhibits/E00002-evil.exe',
      'data/exhibits/E00003-gpj_.exe',
      'data/exhibits/E00004-_',
    ]);
  });

  it('go out as hashes to a regulator, and not at all to another lender', async () => {
    const regulator = await make('lead-regulator', 'regulator', () => ({}));
    const rows = await inventory(regulator.path);
    expect(rows.length).toBe(4);
    expect(rows.every((row) => row.includes('hmac-a:') && !row.includes('voucher'))).toBe(true);
    await expect(readFile(join(regulator.path, 'data/exhibits/E00001-voucher-0.jpg'))).rejects.toThrow(
      'ENOENT',
    );
    const lender = await make('lead-lender', 'lender', () => ({}));
    expect(await inventory(lender.path)).toEqual([]);
  });
});
