import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { type Server, startServer } from '../src/index.ts';
import { type Client, clientOf } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';

/** An HTTP exchange byte by byte: what `fetch` would not let one say. */
function raw(url: string, text: string): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('}}')) socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a server on the loopback interface', () => {
  let server: Server;
  let client: Client;
  let dataDir: string;
  let pages: string;
  beforeAll(async () => {
    dataDir = await freshDataDir();
    pages = await mkdtemp(join(tmpdir(), 'jianzhen-console-'));
    await mkdir(join(pages, 'assets'));
    await writeFile(join(pages, 'index.html'), '<!doctype html><title>Jianzhen</title>');
    await writeFile(join(pages, 'assets/main-1a2b.js'), 'export {}');
    server = await startServer({ port: 0, dataDir, console: pages, examiner: async () => fakeExaminer() });
    client = clientOf(server.url!);
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
    await rm(pages, { recursive: true });
  });

  it.each(['https://evil.example', 'null'])('refuses a write that the site %s sent', async (origin) => {
    const { status, body } = await client.post('/v1/cases', {}, { origin });
    expect([status, body.error.code]).toEqual([403, 'request.foreign']);
  });

  it("takes its own console's writes, and a development server's on this machine", async () => {
    expect((await client.post('/v1/cases', {}, { origin: new URL(server.url!).origin })).status).toBe(201);
    expect((await client.post('/v1/cases', {}, { origin: 'http://localhost:5173' })).status).toBe(201);
  });

  it('refuses to be called by a name that somebody pointed here', async () => {
    const answer = await raw(server.url!, 'GET /v1/cases HTTP/1.1\r\nHost: evil.example\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 403/);
    expect(answer).toContain('request.foreign');
  });

  it('answers broken multipart with a coded error and lives on', async () => {
    const { body: record } = await client.post('/v1/cases', {});
    for (const body of [
      '',
      '--x\r\n',
      '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nabc',
    ]) {
      const headers = { 'content-type': 'multipart/form-data; boundary=x' };
      const answer = await client.send('POST', `/v1/cases/${record.id}/exhibits`, { headers, body });
      expect(answer.status).toBe(400);
      expect(answer.body.error.code).toMatch(/^(upload|request)\./);
    }
    expect((await client.get(`/v1/cases/${record.id}`)).body.counts.total).toBe(0);
  });

  it('lays policies on data and on pages', async () => {
    const data = await client.get('/v1/cases');
    expect(data.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(data.headers.get('cache-control')).toBe('no-store');
    const page = await client.get('/', { accept: 'text/html' });
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const { headers } of [data, page]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it("serves the console, its index for the console's own addresses, and nothing outside its folder", async () => {
    const html = { accept: 'text/html,*/*' };
    expect((await client.get('/', html)).body.toString()).toContain('<title>Jianzhen</title>');
    expect((await client.get('/cases/01900000', html)).body.toString()).toContain('<title>Jianzhen</title>');
    const script = await client.get('/assets/main-1a2b.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await client.get('/v1/nothing', html)).body.error.code).toBe('request.unknown-route');
    expect((await client.get('/assets/gone.js')).status).toBe(404);
    const outside = await raw(server.url!, 'GET /../package.json HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(outside).toMatch(/^HTTP\/1.1 40[034]/);
  });
});
