import {
  createRandom,
  createSigner,
  drawPerson,
  makeSealPage,
  signPdf,
  statementPdf,
  updatePdf,
} from '@jianzhen/simulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from './support/client.ts';
import { type ExaminingServer, PATIENCE, startExamining } from './support/examining.ts';

describe('signatures and seals by the interface', () => {
  let server: ExaminingServer;
  let client: Client;
  let signed: Uint8Array;
  let altered: Uint8Array;
  beforeAll(async () => {
    server = await startExamining();
    client = server.client;
    const { bytes, balances } = await statementPdf('api', drawPerson(createRandom('api')));
    const at = new Date(Date.UTC(2026, 5, 30));
    signed = signPdf(bytes, createSigner('云岭银行', 1), { at, box: [440, 34, 530, 124], reason: '回单' });
    altered = updatePdf(signed, [{ ...balances[0]!, text: '9,999.00' }], at);
  });
  afterAll(() => server.close());

  it('are verified at once, and nothing is kept', async () => {
    const sound = await client.upload('/v1/signatures', { 'a.pdf': signed });
    expect(sound).toMatchObject({
      status: 200,
      body: {
        file: 'a.pdf',
        mediaType: 'application/pdf',
        signatures: [{ intact: true, changesAfterSigning: 'none', signer: '云岭银行', seal: null }],
      },
    });
    const broken = await client.upload('/v1/signatures', { 'b.pdf': altered });
    expect(broken.body.signatures).toMatchObject([{ changesAfterSigning: 'forbidden' }]);
    expect((await client.get('/v1/cases')).body.cases).toEqual([]);
  });

  it('are refused with a code in what can hold none', async () => {
    const refused = await client.upload('/v1/signatures', { 'a.png': 'no signature could ever be in here' });
    expect(refused).toMatchObject({ status: 422, body: { error: { code: 'engine.no-signatures-in' } } });
    expect(refused.body.error.message.zh).toContain('a.png');
  });

  it(
    'stand with the page of an exhibit, and what was altered makes it forged',
    async () => {
      const { id } = (await client.post('/v1/cases', {})).body;
      await client.upload(`/v1/cases/${id}/exhibits`, { 'b.pdf': altered });
      const { exhibits } = await client.finished(id, PATIENCE);
      expect(exhibits[0].verdict).toBe('forged');
      const { pages } = (await client.get(`/v1/exhibits/${exhibits[0].id}`)).body;
      expect(pages[0].signatures).toMatchObject([{ changesAfterSigning: 'forbidden' }]);
      const { findings } = (await client.get(`/v1/exhibits/${exhibits[0].id}/findings`)).body;
      expect(findings.map(({ code }: { code: string }) => code)).toContain('esign.altered-after-signing');
    },
    PATIENCE,
  );

  it(
    'find the seals of a page',
    async () => {
      const page = await makeSealPage({
        seed: 'detector',
        faces: 'tuning',
        seals: 1,
        capture: 'scan',
        maker: 'tool',
      });
      const found = await client.upload('/v1/seals', { 'a.jpg': page.file });
      expect(found.status).toBe(200);
      expect(found.body.pages).toMatchObject([{ page: 1, width: page.width, height: page.height }]);
      expect(found.body.pages[0].seals[0]).toMatchObject({
        colour: expect.any(String),
        title: expect.any(String),
      });
    },
    PATIENCE,
  );
});
