import { makeSealPage } from '@jianzhen/simulate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExaminingServer, PATIENCE, startExamining } from './support/examining.ts';

describe('seals that come back with other customers', () => {
  let server: ExaminingServer;
  beforeAll(async () => {
    server = await startExamining();
  });
  afterAll(() => server.close());

  it(
    'are found and laid over each other; a seal that is not there is refused with a code',
    async () => {
      const sealed = { faces: 'tuning', seals: 1, capture: 'scan', maker: 'tool' } as const;
      const { file } = await makeSealPage({ seed: 'detector', ...sealed });
      const again = await sharp(file).jpeg({ quality: 80 }).toBuffer();
      const first = await server.examined('C-1', 'paper.jpg', file);
      const second = await server.examined('C-2', 'paper.jpg', again);
      expect(first.findings.map(({ code }) => code)).not.toContain('seal.seen-before');
      const { values } = second.findings.find(({ code }) => code === 'seal.seen-before')!;
      expect(values).toMatchObject({ exhibitId: first.exhibit, otherPage: 1, seal: 1, otherSeal: 1 });

      const difference = (seal: number, other: number) =>
        server.client.get(
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
