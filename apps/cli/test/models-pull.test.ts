import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { pullVoice } from '../src/commands/models-pull.ts';

const fixture = (name: string) =>
  new URL(`../../../packages/detectors/voice/test/fixtures/${name}.onnx`, import.meta.url).pathname;
const MODEL = fixture('variance-80');
const sha256 = createHash('sha256').update(readFileSync(MODEL)).digest('hex');
const place = () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhen-pull-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'voice', 'larger.onnx');
};
const files = (to: string) => readdirSync(join(to, '..'));

async function served<T>(answer: RequestListener, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/larger.onnx`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const failure = (options: Parameters<typeof pullVoice>[0]) =>
  pullVoice(options).then(
    () => null,
    (error) => error.code as string,
  );

it('takes a model from a file, with a card of what it is', async () => {
  const to = place();
  expect(await pullVoice({ from: MODEL, sha256: sha256.toUpperCase(), to, licence: 'Apache-2.0' })).toBe(0);
  expect(readFileSync(to)).toEqual(readFileSync(MODEL));
  expect(JSON.parse(readFileSync(join(to, '..', 'larger.json'), 'utf8'))).toMatchObject({
    id: 'variance-80',
    sha256,
    dims: 80,
    licence: 'Apache-2.0',
  });
  expect(files(to).sort()).toEqual(['larger.json', 'larger.onnx']);
});

it('takes one from a server, and puts it in the place of the one before', async () => {
  const to = place();
  await pullVoice({ from: MODEL, sha256, to });
  await served(
    (_, response) => response.end(readFileSync(MODEL)),
    (from) => pullVoice({ from, sha256, to, id: 'newer' }),
  );
  expect(JSON.parse(readFileSync(join(to, '..', 'larger.json'), 'utf8')).id).toBe('newer');
});

it('leaves everything as it was where the checksum is wrong, the line breaks, or nobody has it', async () => {
  const to = place();
  expect(await failure({ from: MODEL, sha256: 'ab'.repeat(32), to })).toBe('voice.model-checksum');
  await served(
    (_, response) => {
      response.writeHead(200, { 'content-length': 10_000 });
      response.write(readFileSync(MODEL));
      setTimeout(() => response.destroy(), 20);
    },
    async (from) => expect(await failure({ from, sha256, to })).toBe('cli.model-source'),
  );
  await served(
    (_, response) => response.writeHead(404).end(),
    async (from) => expect(await failure({ from, sha256, to })).toBe('cli.model-source'),
  );
  expect(await failure({ from: '/nowhere/larger.onnx', sha256, to })).toBe('cli.model-source');
  expect(files(to)).toEqual([]);
});

it('refuses what does not fit the slot, right checksum or not', async () => {
  const to = place();
  const narrow = createHash('sha256')
    .update(readFileSync(fixture('variance-40')))
    .digest('hex');
  expect(await failure({ from: fixture('variance-40'), sha256: narrow, to })).toBe('voice.model-unfit');
  const text = fixture('../synthetic.ts').replace('.onnx', '');
  const other = createHash('sha256').update(readFileSync(text)).digest('hex');
  expect(await failure({ from: text, sha256: other, to })).toBe('voice.model-unreadable');
  expect(existsSync(to)).toBe(false);
});

it('takes nothing without a pinned checksum', async () => {
  expect(await failure({ from: MODEL, to: place() })).toBe('cli.usage');
  expect(await failure({ from: MODEL, sha256: 'abc', to: place() })).toBe('cli.usage');
});
