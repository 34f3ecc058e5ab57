import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { BlobStore } from '@jianzhen/cases';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBlobs } from '../src/index.ts';
import { type S3Server, startS3 } from './support/s3-server.ts';

const MB = 1024 * 1024;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Bytes that differ from place to place, so that parts put together in the wrong order show. */
function sample(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let i = 0; i + 4 <= length; i += 4) bytes.writeUInt32LE(Math.imul(i, 2654435761) >>> 0, i);
  return bytes;
}

async function* inChunks(bytes: Buffer, size = 300_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function suite(
  store: () => BlobStore,
  names: () => Promise<string[]>,
  damage: (name: string) => Promise<void>,
) {
  it.each([0, 1, 5 * MB, 5 * MB + 1, 12 * MB + 345])('gives %i streamed bytes back', async (length) => {
    const bytes = sample(length);
    const put = await store().put(inChunks(bytes));
    expect(put).toEqual({ sha256: sha256(bytes), bytes: length });
    const opened = await store().open(put.sha256);
    expect(opened!.bytes).toBe(length);
    expect((await buffer(opened!.stream)).equals(bytes)).toBe(true);
    expect(Buffer.from(await store().read(put.sha256)).equals(bytes)).toBe(true);
  });

  it('keeps one copy of the same bytes, however often and at once they come', async () => {
    const bytes = sample(6 * MB);
    const before = await names();
    await Promise.all([store().put(bytes), store().put(inChunks(bytes)), store().put(inChunks(bytes, 7777))]);
    const after = (await names()).filter((name) => !before.includes(name));
    expect(after).toHaveLength(1);
    expect(after[0]).toMatch(new RegExp(`${sha256(bytes).slice(0, 2)}/\\w\\w/${sha256(bytes)}$`));
  });

  it.each([10, 8 * MB])(
    "keeps nothing of %i bytes when the sender breaks off, and passes the sender's error on",
    async (length) => {
      const before = await names();
      const broken = (async function* () {
        yield* inChunks(sample(length));
        throw new RangeError('gone');
      })();
      await expect(store().put(broken)).rejects.toThrow(new RangeError('gone'));
      expect(await names()).toEqual(before);
    },
  );

  it('says what is not there', async () => {
    const nothing = sha256(Buffer.from('never put'));
    expect(await store().open(nothing)).toBeNull();
    await expect(store().read(nothing)).rejects.toMatchObject({ code: 'store.blob-missing' });
  });

  it('notices damage', async () => {
    const put = await store().put(Buffer.from('sound'));
    await damage(put.sha256);
    await expect(store().read(put.sha256)).rejects.toMatchObject({ code: 'store.blob-corrupted' });
  });

  it('answers a ping', async () => {
    await expect(store().ping()).resolves.toBeUndefined();
  });
}

describe('blobs in a folder', () => {
  let folder: string;
  let store: BlobStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianzhen-blobs-'));
    store = await openBlobs(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const names = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  suite(
    () => store,
    names,
    async (name) => writeFile((await names()).find((path) => path.endsWith(name))!, 'damaged'),
  );

  it('clears what a process that died long ago left half-written', async () => {
    const [old, young] = [join(folder, 'incoming/old'), join(folder, 'incoming/young')];
    for (const path of [old, young]) await writeFile(path, 'half');
    await utimes(old, 0, 0);
    await openBlobs(folder);
    expect(await readdir(join(folder, 'incoming'))).toEqual(['young']);
    await rm(young);
  });

  it.skipIf(process.getuid?.() === 0)(
    'says that the folder cannot be written (as root, everything can)',
    async () => {
      await chmod(join(folder, 'incoming'), 0o500);
      await expect(store.put(Buffer.from('x'))).rejects.toMatchObject({
        code: 'store.blobs-unavailable',
        status: 503,
      });
      await expect(store.ping()).rejects.toMatchObject({ code: 'store.blobs-unavailable' });
      await chmod(join(folder, 'incoming'), 0o700);
    },
  );

  it('says that the folder is gone', async () => {
    const gone = await openBlobs(join(folder, 'other'));
    await rm(join(folder, 'other'), { recursive: true });
    await expect(gone.put(Buffer.from('x'))).rejects.toMatchObject({
      code: 'store.blobs-unavailable',
      status: 503,
    });
    await expect(gone.ping()).rejects.toMatchObject({ code: 'store.blobs-unavailable' });
  });
});

describe('blobs in S3', () => {
  let server: S3Server;
  let store: BlobStore;
  const before = { ...process.env };
  beforeAll(async () => {
    process.env.AWS_ACCESS_KEY_ID = 'test';
    process.env.AWS_SECRET_ACCESS_KEY = 'test';
    server = await startS3('evidence');
    store = await openBlobs(
      `s3://evidence/some/prefix?endpoint=${encodeURIComponent(server.url)}&region=cn-north-1`,
    );
  });
  afterAll(async () => {
    await store.close();
    await server.close();
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });
  beforeEach(() => {
    server.requests.length = 0;
  });
  afterEach(() => {
    server.trouble = 0;
    expect(server.uploads.size).toBe(0);
  });
  const keyOf = (name: string) => [...server.objects.keys()].find((key) => key.endsWith(name))!;
  suite(
    () => store,
    async () => [...server.objects.keys()].sort(),
    async (name) => void server.objects.set(keyOf(name), Buffer.from('damaged')),
  );

  it('sends what fits into one part under its name at once, and the rest in parts', async () => {
    const small = await store.put(inChunks(sample(3 * MB + 8)));
    expect(server.requests.map((request) => request.split(' ')[0])).toEqual(['HEAD', 'PUT']);
    expect(keyOf(small.sha256)).toBe(
      `evidence/some/prefix/${small.sha256.slice(0, 2)}/${small.sha256.slice(2, 4)}/${small.sha256}`,
    );
    server.requests.length = 0;
    await store.put(inChunks(sample(13 * MB)));
    expect(server.requests.filter((request) => request.includes('partNumber='))).toHaveLength(3);
    expect([...server.objects.keys()].filter((key) => key.includes('incoming'))).toEqual([]);
  });

  it('does not send again what is there', async () => {
    await store.put(Buffer.from('twice'));
    server.requests.length = 0;
    await store.put(Buffer.from('twice'));
    expect(server.requests.map((request) => request.split(' ')[0])).toEqual(['HEAD']);
  });

  it('says that the service is in trouble', async () => {
    server.trouble = 503;
    const works = [
      () => store.put(Buffer.from('new')),
      () => store.read(sha256(Buffer.from('twice'))),
      () => store.ping(),
    ];
    for (const work of works) {
      await expect(work()).rejects.toMatchObject({ code: 'store.blobs-unavailable', status: 503 });
    }
  });
});

it('refuses an address that is neither a folder nor S3', async () => {
  await expect(openBlobs('ftp://host/x')).rejects.toMatchObject({ code: 'store.option' });
});
