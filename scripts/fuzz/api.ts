import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '@jianzhen/learn';
import { openApi, startServer } from '@jianzhen/server';

interface Operation {
  readonly method: string;
  readonly path: string;
}

/** Values that parsers and databases have stumbled over. */
const NASTY = [
  '',
  '0',
  '-1',
  '999999999999999999999',
  '%00',
  '\u0000',
  "' OR 1=1 --",
  '../../etc/passwd',
  '\ud83d\ude00',
  'a'.repeat(5000),
  '{"a":',
  '[]',
  'null',
  'true',
  '𠀀鉴真',
  '<script>alert(1)</script>',
];

/** Every operation of the API with hostile parameters and bodies: each answer is JSON or bytes with a status below 500. */
export async function fuzzApi(seed: number, rounds: number): Promise<string[]> {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-fuzz-'));
  const server = await startServer({ port: 0, dataDir: folder, console: null });
  const problems: string[] = [];
  const tally = new Map<number, number>();
  try {
    const { paths } = (await openApi()) as { paths: Record<string, Record<string, unknown>> };
    const operations: Operation[] = Object.entries(paths)
      .filter(([path]) => path !== '/v1/events')
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
      );
    for (let round = 0; round < rounds; round++) {
      const { method, path } = pick(operations);
      const query =
        random() < 0.5
          ? `?${pick(['cursor', 'limit', 'q', 'verdict', 'status', 'x'])}=${encodeURIComponent(pick(NASTY).replace(/[\ud800-\udfff]/g, ''))}`
          : '';
      const url = `${server.url}${path.replace(/\{\w+\}/g, () => encodeURIComponent(pick(NASTY).replace(/[\ud800-\udfff]/g, '') || 'x'))}${query}`;
      const type = pick([
        'application/json',
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'text/plain',
        'image/jpeg',
      ]);
      const body =
        method === 'POST'
          ? pick([
              ...NASTY,
              JSON.stringify({ customerId: pick(NASTY), lenderId: 7, title: [] }),
              '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nnot a picture\r\n--x--\r\n',
            ])
          : null;
      const response = await fetch(url, {
        method,
        ...(body === null ? {} : { body, headers: { 'content-type': type } }),
      });
      const text = await response.text();
      tally.set(response.status, (tally.get(response.status) ?? 0) + 1);
      const told = `${method} ${decodeURI(url).slice(0, 120)} with ${type}`;
      if (response.status >= 500) problems.push(`${told}: ${response.status} ${text.slice(0, 200)}`);
      else if (response.status >= 400 && !/"code":"[\w.-]+"/.test(text))
        problems.push(`${told}: ${response.status} without a code`);
    }
    const alive = await fetch(`${server.url}/healthz`);
    if (!alive.ok) problems.push('the server is not healthy afterwards');
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
  console.log(
    `api: ${[...tally]
      .sort((a, b) => a[0] - b[0])
      .map(([status, count]) => `${status} × ${count}`)
      .join(', ')}`,
  );
  return problems;
}
