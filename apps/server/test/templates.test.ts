import { rm } from 'node:fs/promises';
import { createRandom, renderVoucher } from '@jianzhen/simulate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { type Server, startServer } from '../src/index.ts';
import { type Client, clientOf } from './support/client.ts';

/** Examinations by the real engine, on a machine that runs other tests beside. */
const PATIENCE = 240_000;

/** The same paper for the same kind. */
async function certificate(kind: 'income-certificate' | 'supermarket-receipt'): Promise<Uint8Array> {
  const { rgb, width, height } = renderVoucher({ kind, seed: 'one template' });
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

describe('papers that come back under other names', () => {
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

  const examined = async (customerId: string, name: string, bytes: Uint8Array) => {
    const { id } = (await client.post('/v1/cases', { customerId })).body;
    await client.upload(`/v1/cases/${id}/exhibits`, { [name]: bytes });
    const { exhibits } = await client.finished(id, PATIENCE);
    const { findings } = (await client.get(`/v1/exhibits/${exhibits[0].id}/findings`)).body;
    return { exhibit: exhibits[0].id as string, findings: findings as { code: string; values: object }[] };
  };

  it(
    'are found, compared and drawn; what is too short or of another template is refused with a code',
    async () => {
      const page = await certificate('income-certificate');
      const random = createRandom('noise');
      const dust = Array.from({ length: 300 }, () => random.integer(0, 255));
      const blank = await sharp(Buffer.from([...dust]), { raw: { width: 10, height: 10, channels: 3 } })
        .resize(400, 400)
        .jpeg()
        .toBuffer();
      const first = await examined('C-1', 'a.jpg', page);
      const second = await examined('C-2', 'b.jpg', page);
      const other = await examined('C-3', 'c.jpg', await certificate('supermarket-receipt'));
      const none = await examined('C-4', 'd.jpg', blank);

      expect(first.findings.map(({ code }) => code)).not.toContain('papers.template-reused');
      const reused = second.findings.find(({ code }) => code === 'papers.template-reused');
      expect(reused?.values).toMatchObject({ exhibitId: first.exhibit, otherPage: 1, sharedBy: 2 });

      const difference = (to: string) =>
        client.get(`/v1/exhibits/${second.exhibit}/pages/1/difference?exhibit=${to}&page=1`);
      const drawn = await difference(first.exhibit);
      expect(drawn.headers.get('content-type')).toBe('image/png');
      const { width, height } = await sharp(drawn.body).metadata();
      expect(width).toBeGreaterThan(height!);
      expect(await difference(other.exhibit)).toMatchObject({
        status: 422,
        body: { error: { code: 'page.no-comparison' } },
      });
      expect(await difference(none.exhibit)).toMatchObject({
        status: 404,
        body: { error: { code: 'page.no-template' } },
      });
      expect((await difference('nonsense')).status).toBe(400);
    },
    PATIENCE,
  );
});
