import { makeSealPage } from '@jianzhen/simulate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExaminingServer, PATIENCE, startExamining } from './support/examining.ts';

describe('seals that come back with other customers', () => {
  let server: ExaminingServer;
  let first: Awaited<ReturnType<ExaminingServer['examined']>>;
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
      first = await server.examined('C-1', 'paper.jpg', file);
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

  it(
    'tie customers to a gang, which tells what the seal says, and where it and its page were seen first',
    async () => {
      // An agency whose papers bear the seal, among people who share nothing, all of other systems.
      const [agency, observedAt] = [30, '2025-01-01T00:00:00.000Z'];
      const cases = Array.from({ length: agency + 400 }, (_, i) => ({
        ...{
          caseId: `c${i}`,
          customerId: `customer ${i}`,
          lenderId: `lender ${i % 7}`,
          openedAt: observedAt,
        },
      }));
      const traces = cases.slice(0, agency).flatMap(({ caseId }, i) => [
        { caseId, kind: 'phone', value: `1380000000${i % 3}`, observedAt },
        { caseId, kind: 'device', value: `device ${i % 2}`, observedAt },
        { caseId, kind: 'seal', value: 'seal-1', observedAt },
      ]);
      await server.client.post('/v1/mining/records', { cases, traces });
      await server.client.post('/v1/mining/runs', {});
      const { body: gang } = await server.client.get('/v1/gangs/g-0001');
      expect(gang.traces.map(({ value }: { value: string }) => value)).toContain('seal-1');
      const { caseId, exhibit } = first;
      const { body } = await server.client.get(`/v1/exhibits/${exhibit}`);
      const says = body.pages[0].seals[0].title;
      expect(says).toMatch(/.{4,}/);
      const place = { caseId, exhibitId: exhibit, page: 1 };
      expect(gang.sights).toEqual([
        { kind: 'seal', value: 'seal-1', says, ...place },
        { kind: 'document_template', value: 'document_template-1', says: null, ...place },
      ]);
    },
    PATIENCE,
  );
});
