import { readFileSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestsOf } from '../../src/bag/index.ts';
import { formatManifest } from '../../src/bag/manifest.ts';
import { httpAuthority } from '../../src/disk/tsa.ts';
import { createZipWriter, publicKeyFromPem, type VerifyOptions, verifyPackage } from '../../src/index.ts';
import { pemBlocks } from '../../src/keys/index.ts';
import { load, memorySource } from '../support/memory.ts';
import { findOpenssl, NO_OPENSSL } from '../support/openssl.ts';
import { createWorkshop, verifyAt, type Workshop } from '../support/package.ts';
import { createTsa } from '../support/tsa.ts';

let workshop: Workshop;
let path: string;
let sound: Map<string, Buffer>;
beforeAll(async () => {
  workshop = await createWorkshop();
  ({ path } = await workshop.make({ lead: { cases: 6, exhibits: 3 } }));
  sound = await load(path);
});
afterAll(() => workshop.close());

const problemsOf = async (files: ReadonlyMap<string, Buffer>, options: VerifyOptions = {}) =>
  (await verifyPackage(memorySource(files), options)).problems.map(({ file, code }) => `${code} ${file}`);
const keyOf = ({ signer }: Workshop) => publicKeyFromPem(signer.publicKeyPem);

/** Manifests written again over whatever is there, as somebody would who knows the format. */
async function relist(files: Map<string, Buffer>): Promise<Map<string, Buffer>> {
  for (const [kind, belongs] of [
    ['manifest', (name: string) => name.startsWith('data/')],
    ['tagmanifest', (name: string) => !name.startsWith('data/') && !name.startsWith('tagmanifest-')],
  ] as const)
    for (const algorithm of ['sha256', 'sm3'] as const) {
      const entries = [...files].filter(([name]) => belongs(name));
      const listed = entries.map(async ([name, bytes]) => ({
        path: name,
        digest: (await digestsOf([bytes]))[algorithm],
      }));
      files.set(`${kind}-${algorithm}.txt`, Buffer.from(formatManifest(await Promise.all(listed))));
    }
  return files;
}

describe('somebody who knows the format', () => {
  it('cannot change an exhibit and rewrite the manifests', async () => {
    const exhibit = [...sound.keys()].find((name) => name.startsWith('data/exhibits/'))!;
    const files = await relist(new Map(sound).set(exhibit, Buffer.from('another')));
    const told = await problemsOf(files);
    expect(told).toContain('signed-otherwise manifest-sha256.txt');
    expect(told).toContain('custody-broken custody/proof.json');
  });

  it('cannot put a file beside the payload and list it', async () => {
    const files = await relist(new Map(sound).set('NOTICE.txt', Buffer.from('新的说明')));
    expect(await problemsOf(files)).toEqual(['not-signed NOTICE.txt']);
  });

  it('cannot sign it again with another key, where the key is known', async () => {
    const forger = await createWorkshop();
    const forged = await load((await forger.make({ lead: { cases: 6, exhibits: 3 } })).path);
    expect(await problemsOf(forged)).toEqual([]);
    expect(await problemsOf(forged, { key: keyOf(forger) })).toEqual([]);
    const told = await problemsOf(forged, { key: keyOf(workshop) });
    expect(told).toContain('other-key statement/public-key.pem');
    expect(told).toContain('signature-wrong statement/statement.dsse.json');
    expect(told).toContain('custody-broken custody/proof.json');
    // The maker's key enclosed, under a signature that is not the maker's.
    const mixed = await relist(
      new Map(forged).set('statement/public-key.pem', sound.get('statement/public-key.pem')!),
    );
    expect(await problemsOf(mixed)).toContain('signature-wrong statement/statement.dsse.json');
    await forger.close();
  });

  it('cannot tell another history', async () => {
    const proof = sound.get('custody/proof.json')!.toString().replace('王敏', '别人');
    const told = await problemsOf(await relist(new Map(sound).set('custody/proof.json', Buffer.from(proof))));
    expect(told).toEqual(['signed-otherwise custody/proof.json', 'custody-broken custody/proof.json']);
  });

  it.each(['statement/statement.dsse.json', 'statement/public-key.pem', 'custody/proof.json'])(
    'cannot make nonsense of %s without being told, nor make the check fail',
    async (name) => {
      for (const nonsense of [
        '',
        '{}',
        'null',
        '[1]',
        '{"payload":1}',
        '\ud800',
        '-----BEGIN PUBLIC KEY-----\nMAAA\n-----END PUBLIC KEY-----',
      ])
        expect(
          (await problemsOf(await relist(new Map(sound).set(name, Buffer.from(nonsense))))).join(),
        ).toContain(name);
      const without = new Map(sound);
      without.delete(name);
      expect((await problemsOf(await relist(without))).join()).toContain(name);
    },
  );
});

describe('a folder or a ZIP that is not plain', () => {
  it('links, hostile names and what is outside are told by name', async () => {
    const made = await workshop.make({ name: 'lead-odd', lead: { cases: 6, exhibits: 2 } });
    await symlink('/etc/hostname', join(made.path, 'data', 'link.txt'));
    await writeFile(join(made.path, 'data', 'tail. '), 'x');
    const told = (await verifyAt(made.path)).problems.map(({ file, code }) => `${code} ${file}`);
    expect(told).toContain('not-plain data/link.txt');
    expect(told).toContain('hostile-name data/tail. ');
  });

  it('doubled entries and files outside of the folder are told', async () => {
    const chunks: Uint8Array[] = [];
    const zip = createZipWriter(async (bytes) => void chunks.push(bytes));
    for (const [name, bytes] of sound) await zip.add(`lead/${name}`, [bytes]);
    await zip.add('lead/bagit.txt', [Buffer.from('other')]);
    await zip.add('autorun.inf', [Buffer.from('x')]);
    await zip.finish();
    const file = join(workshop.folder, 'odd.zip');
    await writeFile(file, Buffer.concat(chunks));
    const told = (await verifyAt(file)).problems.map(({ file: name, code }) => `${code} ${name}`);
    expect(told).toContain('not-plain bagit.txt');
    expect(told).toContain('not-plain ../autorun.inf');
  });

  it('what is no package at all is an error with a code', async () => {
    await expect(verifyAt(join(workshop.folder, 'nowhere'))).rejects.toMatchObject({
      code: 'leads.package-unreadable',
    });
    await expect(verifyPackage(memorySource(new Map()))).rejects.toMatchObject({
      code: 'leads.package-unreadable',
    });
    const text = join(workshop.folder, 'text.zip');
    await writeFile(text, 'no zip');
    await expect(verifyAt(text)).rejects.toMatchObject({ code: 'leads.zip-unreadable' });
  });
});

const version = findOpenssl();
describe.skipIf(!version)(`a time-stamp${version ? '' : ` (${NO_OPENSSL})`}`, () => {
  it('is kept, checked, missed, and checked by openssl as the README says', async () => {
    const tsa = createTsa();
    const served = await tsa.serve();
    const made = await workshop.make({
      name: 'lead-stamped',
      authority: httpAuthority(served.url),
      lead: { cases: 6, exhibits: 1 },
    });
    served.close();
    const anchors = pemBlocks(readFileSync(tsa.ca, 'utf8'), /CERTIFICATE/);
    expect(await verifyAt(made.path, { anchors })).toMatchObject({
      valid: true,
      timestamp: { authority: 'CN=Test TSA', trusted: true },
    });
    const stamp = ['-in', join(made.path, 'timestamp/manifest-sha256.tsr'), '-CAfile', tsa.ca];
    const more = ['-untrusted', join(made.path, 'timestamp/certificates.pem')];
    tsa.run('ts', '-verify', '-data', join(made.path, 'manifest-sha256.txt'), ...stamp, ...more);
    const signed = [
      '-in',
      join(made.path, 'statement/signed-bytes.bin'),
      '-sigfile',
      join(made.path, 'statement/signature.bin'),
    ];
    const by = [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      join(made.path, 'statement/public-key.pem'),
      '-rawin',
    ];
    expect(tsa.run(...by, ...signed)).toContain('Verified Successfully');
    tsa.remove();

    const files = await load(made.path);
    const without = new Map([...files].filter(([name]) => !name.startsWith('timestamp/')));
    expect(await problemsOf(await relist(without))).toEqual([
      'timestamp-missing timestamp/manifest-sha256.tsr',
    ]);
    const foreign = new Map(sound).set(
      'timestamp/manifest-sha256.tsr',
      files.get('timestamp/manifest-sha256.tsr')!,
    );
    expect(await problemsOf(await relist(foreign))).toEqual([
      'timestamp-wrong timestamp/manifest-sha256.tsr',
    ]);
  });
});
