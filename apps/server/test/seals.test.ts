import { rm } from 'node:fs/promises';
import { makeSealPage } from '@jianzhen/simulate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { type Server, startServer } from '../src/index.ts';
import { type Client, clientOf } from './support/client.ts';

/** Examinations by the real engine, on a machine that runs other tests beside. */
const PATIENCE = 240_000;

interface Finding {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

describe('seals that come back with other customers', () => {
  let server: Server;
  let client: Client;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await freshDataDir();
    const examiner = async () => {
      const { createEngine } = await import('@jianzhen/engine');
      return createEngine({ threads: 1, deadlineMs: PATIENCE });
    };
    server = await startServer({ port: 0, dataDir, console: null, examiner });
    client = clientOf(server.url!);
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
  });

  const examined = async (customerId: string, bytes: Uint8Array) => {
    const { id } = (await client.post('/v1/cases', { customerId })).body;
    await client.upload(`/v1/cases/${id}/exhibits`, { 'paper.jpg': bytes });
    const { exhibits } = await client.finished(id, PATIENCE);
    const { findings } = (await client.get(`/v1/exhibits/${exhibits[0].id}/findings`)).body;
    return { exhibit: exhibits[0].id as string, findings: findings as Finding[] };
  };

  it(
    'are found and laid over each other; a seal that is not there is refused with a code',
    async () => {
      const sealed = { faces: 'tuning', seals: 1, capture: 'scan', maker: 'tool' } as const;
      const { file } = await makeSealPage({ seed: 'detector', ...sealed });
      const again = await sharp(file).jpeg({ quality: 80 }).toBuffer();
      const first = await examined('C-1', file);
      const second = await examined('C-2', again);
      expect(first.findings.map(({ code }) => code)).not.toContain('seal.seen-before');
      const { values } = second.findings.find(({ code }) => code === 'seal.seen-before')!;
      expect(values).toMatchObject({ exhibitId: first.exhibit, otherPage: 1, seal: 1, otherSeal: 1 });

      const difference = (seal: number, other: number) =>
        client.get(
          `/v1/exhibits/${second.exhibit}/pages/1/seals/${seal}/difference?exhibit=${first.exhibit}&page=1&seal=${other}`,
        );
      const drawn = await difference(1, 1);
      expect(drawn.headers.get('content-type')).toBe('image/png');
      const { data, info } = await sharp(drawn.body).raw().toBuffer({ resolveWithObject: true });
      expect(info.width).toBe(info.height);
      let both = 0;
      for (let at = 0; at < data.length; at += info.channels) if (data[at]! < 120) both++;
      expect(both).toBeGreaterThan(5000);
      for (const missing of [await difference(2, 1), await difference(1, 2)])
        expect(missing).toMatchObject({ status: 404, body: { error: { code: 'page.no-seal' } } });
      expect((await difference(0, 1)).status).toBe(400);
    },
    PATIENCE,
  );
});
