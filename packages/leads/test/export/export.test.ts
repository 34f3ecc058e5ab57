import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKeyPem, publicKeyFromPem } from '../../src/index.ts';
import { createWorkshop, verifyAt, type Workshop } from '../support/package.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await createWorkshop();
});
afterAll(() => workshop.close());

describe('a package', () => {
  it('is a sound bag in a folder, and the same in a ZIP', async () => {
    const made = await workshop.make();
    expect(made.problems).toEqual([]);
    const key = publicKeyFromPem(workshop.signer.publicKeyPem);
    const verified = await verifyAt(made.path, { key });
    expect(verified.problems).toEqual([]);
    expect(verified).toMatchObject({
      valid: true,
      digest: made.digest,
      files: made.files,
      key: { algorithm: 'Ed25519', pinned: true },
      lead: { gang: 'g-0001', profile: 'police', cases: 40 },
    });
    const zipped = await workshop.make({ zip: true, name: 'lead-g-0001-zipped' });
    const again = await verifyAt(zipped.path, { key });
    expect(again.problems).toEqual([]);
    expect(again.files).toBe(made.files);
  });

  it('holds papers, tables, exhibits and findings, each where it is looked for', async () => {
    const made = await workshop.make({ name: 'lead-contents' });
    const files = (await readdir(made.path, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(made.path.length + 1))
      .toSorted();
    expect(files).toMatchSnapshot();
    const links = await readFile(join(made.path, 'data/links.csv'), 'utf8');
    expect(links.split('\r\n').length).toBe(1 + 105 + 1);
    expect(await readFile(join(made.path, 'manifest-sha256.txt'), 'utf8')).toContain(
      'data/exhibits/E00002-诊断证明 100_.jpg',
    );
    const html = await readFile(join(made.path, 'data/summary.html'), 'utf8');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(src|href)=/);
  });

  it('is the same bytes for the same input, key, log and clock', async () => {
    const pem = newKeyPem();
    const digests: string[] = [];
    for (let i = 0; i < 2; i++) {
      const own = await createWorkshop(pem);
      const made = await own.make();
      digests.push(`${made.digest} ${await readFile(join(made.path, 'tagmanifest-sha256.txt'), 'utf8')}`);
      await own.close();
    }
    expect(digests[0]).toBe(digests[1]);
  });

  it('is never overwritten, and nothing is left of one that fails', async () => {
    await workshop.make({ name: 'lead-twice' });
    await expect(workshop.make({ name: 'lead-twice' })).rejects.toMatchObject({
      code: 'leads.output-exists',
    });
    const broken = {
      url: 'http://tsa.test',
      nonce: () => Buffer.alloc(8, 1),
      answer: async () => Buffer.from('no'),
    };
    await expect(workshop.make({ name: 'lead-unstamped', authority: broken })).rejects.toMatchObject({
      code: 'leads.tsa-invalid',
    });
    const names = await readdir(workshop.folder);
    expect(names.filter((name) => name.includes('unstamped') || name.endsWith('.partial'))).toEqual([]);
  });
});
