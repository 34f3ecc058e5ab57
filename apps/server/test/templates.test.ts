import { createRandom, renderVoucher } from '@jianzhen/simulate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExaminingServer, PATIENCE, startExamining } from './support/examining.ts';

/** The same paper for the same kind. */
async function certificate(kind: 'income-certificate' | 'supermarket-receipt'): Promise<Uint8Array> {
  const { rgb, width, height } = renderVoucher({ kind, seed: 'one template' });
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

describe('papers that come back under other names', () => {
  let server: ExaminingServer;
  beforeAll(async () => {
    server = await startExamining();
  });
  afterAll(() => server.close());

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
      const first = await server.examined('C-1', 'a.jpg', page);
      const second = await server.examined('C-2', 'b.jpg', page);
      const other = await server.examined('C-3', 'c.jpg', await certificate('supermarket-receipt'));
      const none = await server.examined('C-4', 'd.jpg', blank);

      expect(first.findings.map(({ code }) => code)).not.toContain('papers.template-reused');
      const reused = second.findings.find(({ code }) => code === 'papers.template-reused');
      expect(reused?.values).toMatchObject({ exhibitId: first.exhibit, otherPage: 1, sharedBy: 2 });

      const difference = (to: string) =>
        server.client.get(`/v1/exhibits/${second.exhibit}/pages/1/difference?exhibit=${to}&page=1`);
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
