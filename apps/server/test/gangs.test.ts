import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyPackage, withPackage } from '@jianzhen/leads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { type Server, startServer } from '../src/index.ts';
import { type Client, clientOf } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';

const AGENCY = 30;
const HONEST = 400;
const at = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString();

/** An agency whose phones, device and letter turn up at many customers of several lenders, among people who share nothing. */
function records() {
  const cases = Array.from({ length: AGENCY + HONEST }, (_, i) => ({
    caseId: `c${i}`,
    customerId: `customer ${i}`,
    lenderId: `lender ${i % 7}`,
    openedAt: at(i % 40),
  }));
  const traces = cases.flatMap(({ caseId, openedAt: observedAt }, i) =>
    i < AGENCY
      ? [
          { caseId, kind: 'phone', value: `1380000000${i % 3}`, observedAt },
          { caseId, kind: 'device', value: `device ${i % 2}`, observedAt },
          { caseId, kind: 'script', value: 'letter A', observedAt },
        ]
      : [{ caseId, kind: 'phone', value: `1391111${1000 + i}`, observedAt }],
  );
  return { cases, traces };
}

describe('gangs over HTTP', () => {
  let dataDir: string;
  let server: Server;
  let client: Client;
  const start = async () => {
    server = await startServer({
      dataDir,
      port: 0,
      console: null,
      mineMinutes: 0,
      examiner: async () => fakeExaminer(0),
    });
    client = clientOf(server.url!);
  };
  beforeAll(async () => {
    dataDir = await freshDataDir();
    await start();
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
  });

  it('are none before the first run', async () => {
    expect((await client.get('/v1/gangs')).body).toEqual({ gangs: [], run: null });
  });

  it('are mined from records handed in and cases on record together', async () => {
    const own = await client.post('/v1/cases', {
      customerId: 'own customer',
      lenderId: 'own lender',
      customer: { name: '张三', phone: ['13800000001', '13722220000'], bankCard: '6222021234567891234' },
    });
    // Other systems may know more of a case on record.
    const device = { caseId: own.body.id, kind: 'device', value: 'device 1', observedAt: at(3) };
    await client.post('/v1/mining/records', { cases: [], traces: [device] });
    const taken = await client.post('/v1/mining/records', records());
    expect(taken.body).toEqual({ cases: AGENCY + HONEST, traces: 3 * AGENCY + HONEST });
    expect((await client.post('/v1/mining/records', records())).status).toBe(200);
    const run = await client.post('/v1/mining/runs', {});
    expect(run.body).toMatchObject({
      status: 'done',
      cases: AGENCY + HONEST + 1,
      // Both telephones and the card on record, and the device handed in.
      traces: 3 * AGENCY + HONEST + 4,
    });
    const { body } = await client.get('/v1/gangs?limit=10');
    expect(body.run.id).toBe(run.body.id);
    expect(body.gangs).toHaveLength(1);
    const [gang] = body.gangs;
    expect(gang).toMatchObject({ gang: 'g-0001', role: 'agency', review: null });
    const detail = await client.get(`/v1/gangs/${gang.gang}`);
    expect(detail.body.cases).toContain(own.body.id);
    expect(detail.body.cases.filter((id: string) => Number(id.slice(1)) >= AGENCY)).toEqual([]);
    expect(gang.cases).toBe(detail.body.cases.length);
  });

  it('bear a person’s word, over runs and restarts, the last one counting', async () => {
    const say = (decision: string, note?: string) =>
      client.post('/v1/gangs/g-0001/review', { decision, by: '李调查员', note });
    expect((await say('dismissed', '看错了')).body.review).toMatchObject({
      decision: 'dismissed',
      note: '看错了',
    });
    await say('confirmed');
    await server.close();
    await start();
    await client.post('/v1/mining/runs', {});
    const { body } = await client.get('/v1/gangs/g-0001');
    expect(body.review).toMatchObject({ decision: 'confirmed', by: '李调查员', note: null });
    expect(body.reviews.map(({ decision }: { decision: string }) => decision)).toEqual([
      'confirmed',
      'dismissed',
    ]);
    expect((await client.get('/v1/mining/runs')).body.runs).toHaveLength(2);
  });

  it('are tied by what customers wrote, too', async () => {
    const complaint = `尊敬的领导：本人因家庭变故收入锐减，现已无力偿还贵公司贷款。${'现申请停息挂账，个性化分期六十期还款，并要求立即停止一切催收行为。'}否则将向有关部门投诉，依法维护自身合法权益，望尽快答复。`;
    const [first] = await Promise.all(
      ['甲', '乙'].map((customerId) => client.post('/v1/cases', { customerId, complaint })),
    );
    expect(first!.body.complaint.findings[0].code).toBe('script.agent-phrases');
    expect((await client.get(`/v1/cases/${first!.body.id}`)).body.complaint.text).toBe(complaint);
    const before = (await client.get('/v1/mining/runs')).body.runs[0].traces;
    expect((await client.post('/v1/mining/runs', {})).body.traces).toBe(before + 2);
  });

  it('go out as signed packages, each entered into the custody log', async () => {
    const order = { by: '李调查员', purpose: '移送线索', organisation: '某消费金融公司' };
    const made = await client.post('/v1/gangs/g-0001/leads', order);
    expect(made.headers.get('content-type')).toBe('application/zip');
    const file = join(dataDir, 'lead.zip');
    await writeFile(file, made.body);
    const verified = await withPackage(file, (source) => verifyPackage(source));
    expect(verified).toMatchObject({ valid: true, problems: [] });
    const [lead] = (await client.get('/v1/leads')).body.leads;
    expect(lead).toMatchObject({ gang: 'g-0001', profile: 'police' });
    const again = await client.get(`/v1/leads/${lead.package}/file?by=${encodeURIComponent('王核验')}`);
    expect(again.body.equals(made.body)).toBe(true);

    const act = { by: '李调查员', recipient: '某市公安局', purpose: '立案侦查' };
    expect((await client.post(`/v1/leads/${lead.package}/handover`, act)).status).toBe(400);
    const handed = await client.post(`/v1/leads/${lead.package}/handover`, {
      ...act,
      authority: '某公调证字〔2026〕12号',
    });
    expect(handed.body.receipt.events.at(-1).event.kind).toBe('handed-over');
    const filed = { by: '李调查员', status: 'case-filed', caseNumber: null, reasons: [] };
    expect((await client.post(`/v1/leads/${lead.package}/outcome`, filed)).body.error.code).toBe(
      'leads.event-needs',
    );
    const outcome = await client.post(`/v1/leads/${lead.package}/outcome`, {
      ...filed,
      caseNumber: '某公立字9号',
      reasons: ['符合立案标准'],
    });
    expect(outcome.status).toBe(204);
    const { events } = (await client.get('/v1/leads')).body.leads[0];
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'made',
      'exported',
      're-hashed',
      'viewed',
      're-hashed',
      'handed-over',
      'outcome',
    ]);

    await writeFile(join(dataDir, 'leads', 'packages', `${lead.package}.zip`), made.body.subarray(0, 5000));
    const unsound = await client.post(`/v1/leads/${lead.package}/handover`, { ...act, authority: 'x' });
    expect(unsound.status).toBe(422);
    expect((await client.get('/v1/leads/lead-nobody/file?by=x')).body.error.code).toBe('engine.lead-unknown');
    expect((await client.post('/v1/gangs/g-9999/leads', order)).body.error.code).toBe(
      'engine.gang-not-stored',
    );
    expect((await client.post('/v1/gangs/g-0001/leads', { ...order, by: '' })).status).toBe(400);
  });

  it('answer mistakes with codes', async () => {
    expect((await client.get('/v1/gangs/g-9999')).body.error.code).toBe('gang.not-found');
    expect((await client.get('/v1/gangs/x')).status).toBe(400);
    const unknown = { cases: [], traces: [{ caseId: 'c', kind: 'shoe', value: 'x', observedAt: null }] };
    expect((await client.post('/v1/mining/records', unknown)).status).toBe(400);
    const twice = await Promise.all([client.post('/v1/mining/runs', {}), client.post('/v1/mining/runs', {})]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
