import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createZipWriter, openZip, type RandomAccess } from '../../src/zip/index.ts';

const memory = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  async read(offset, length) {
    if (offset < 0 || offset + length > bytes.length) throw new Error('beyond the end');
    return bytes.subarray(offset, offset + length);
  },
});

async function pack(files: Readonly<Record<string, Uint8Array>>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const zip = createZipWriter(async (bytes) => void chunks.push(bytes));
  for (const [path, bytes] of Object.entries(files)) await zip.add(path, [bytes]);
  await zip.finish();
  return Buffer.concat(chunks);
}

async function unpack(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await openZip(memory(bytes));
  const files: Record<string, string> = {};
  for (const entry of zip.entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.open(entry)) chunks.push(chunk);
    files[entry.path] = Buffer.concat(chunks).toString('base64');
  }
  return files;
}

const SAMPLE = {
  'bag/a.txt': Buffer.from('鉴真'.repeat(500)),
  'bag/材料/b.jpg': Buffer.from([1, 2, 3]),
  'bag/empty.txt': Buffer.alloc(0),
};
const base64 = (files: Readonly<Record<string, Buffer>>) =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, bytes.toString('base64')]));

describe('ZIP', () => {
  it('comes back as it was packed, and is the same bytes each time', async () => {
    const packed = await pack(SAMPLE);
    expect(await unpack(packed)).toEqual(base64(SAMPLE));
    expect(packed.equals(await pack(SAMPLE))).toBe(true);
    expect(packed.length).toBeLessThan(1000);
  });

  it('goes over to ZIP64 beyond 65,535 entries', async () => {
    const chunks: Uint8Array[] = [];
    const zip = createZipWriter(async (bytes) => void chunks.push(bytes));
    for (let i = 0; i < 65_540; i++) await zip.add(`${i}.jpg`, []);
    await zip.finish();
    expect((await openZip(memory(Buffer.concat(chunks)))).entries.length).toBe(65_540);
  });

  const python = spawnSync('python3', ['--version']).status === 0;
  it.skipIf(!python)(`is sound to Python's reader${python ? '' : ' (no python3 found)'}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianzhen-zip-'));
    const file = join(folder, 'x.zip');
    writeFileSync(file, await pack(SAMPLE));
    const script = 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),*z.namelist())';
    const ran = spawnSync('python3', ['-c', script, file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(ran.stdout.trim()).toBe(`None ${Object.keys(SAMPLE).join(' ')}`);
  });

  it('any byte changed gives other contents nowhere: the same, or a coded error', async () => {
    const packed = await pack(SAMPLE);
    const whole = base64(SAMPLE);
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = Buffer.from(packed);
        other[at]! ^= by;
        const read = await unpack(other).catch((thrown) => {
          if (thrown.message === 'beyond the end') return whole;
          expect(thrown.code).toBe('leads.zip-unreadable');
          return whole;
        });
        // Names are the directory's business; what stands under a name that was packed must be what was packed.
        for (const [path, content] of Object.entries(read))
          if (path in whole) expect(content).toBe(whole[path]);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('never throws anything but its code on noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expect(openZip(memory(bytes))).rejects.toMatchObject({ code: 'leads.zip-unreadable' });
      }),
    );
  });
});
