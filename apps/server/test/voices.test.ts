import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killEnrolments } from '../../../scripts/faults/enrolments.ts';
import { createRandom } from '../../../scripts/faults/random.ts';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { plainVoiceModel } from '../../../scripts/plain-back-end.ts';
import { printOf } from '../../../scripts/plain-voices.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import { type Server, type ServerOptions, startServer } from '../src/index.ts';
import { type Answer, type Client, clientOf } from './support/client.ts';
import { fakeExaminer } from './support/fake-examiner.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const CONSENT = { consentBy: 'teller 7', consentAt: '2026-11-01T08:00:00Z', consentText: '同意用于身份核验' };

/** Everything that the server answered. */
const answers: unknown[] = [];

/** A form with fields and the recordings `voice: …`. */
async function form(
  client: Client,
  path: string,
  fields: Record<string, string>,
  recordings: readonly string[],
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const text of recordings) body.append('files', new Blob([`voice: ${text}`]), `${text}.wav`);
  const answer = await client.send('POST', path, { headers, body });
  answers.push(answer.body);
  return answer;
}

/** Arrays of numbers, and text of the length of a vector: what no answer may hold. */
function vectorsIn(value: unknown): unknown[] {
  if (Array.isArray(value) && value.length > 3 && value.every((item) => typeof item === 'number'))
    return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(vectorsIn);
  const bytes = Buffer.from(printOf('anna').vector.buffer);
  return typeof value === 'string' &&
    ['base64', 'hex', 'base64url'].some((as) => value.includes(bytes.toString(as as 'hex')))
    ? [value]
    : [];
}

function suite(options: () => ServerOptions) {
  let server: Server;
  let client: Client;
  let dataDir: string;
  let model: string;
  beforeAll(async () => {
    model = await plainVoiceModel();
    process.env.JIANZHEN_VOICE_MODEL = model;
    dataDir = await freshDataDir();
    server = await startServer({
      ...{ port: 0, dataDir, console: null, examiner: async () => fakeExaminer() },
      ...options(),
    });
    client = clientOf(server.url!);
  });
  afterAll(async () => {
    await server.close();
    delete process.env.JIANZHEN_VOICE_MODEL;
    await rm(dataDir, { recursive: true });
    await rm(dirname(model), { recursive: true });
  });
  const enrol = (text: string, fields: Record<string, string>, headers = {}) =>
    form(client, '/v1/voiceprints', { by: 'teller 7', ...fields }, [text], headers);
  const customer = (text: string, person: string) =>
    enrol(text, { kind: 'customer', person, lenderId: 'L', ...CONSENT });
  const list = async () => {
    const { body } = await client.get('/v1/voiceprints?limit=200');
    answers.push(body);
    return body.voiceprints;
  };
  const call = async (text: string, customerId: string, lenderId = 'L') => {
    const { id } = (await client.post('/v1/cases', { customerId, lenderId })).body;
    await client.upload(`/v1/cases/${id}/exhibits`, { 'call.wav': `voice: ${text}` });
    const { exhibits, verdict } = await client.finished(id);
    const detail = (await client.get(`/v1/exhibits/${exhibits[0].id}`)).body;
    const { findings } = (await client.get(`/v1/exhibits/${exhibits[0].id}/findings`)).body;
    answers.push(detail, findings);
    return { id, exhibit: exhibits[0], verdict, voice: detail.pages[0].voice, findings };
  };

  it('enrols a customer who consented, and tells all but the vector', async () => {
    const enrolled = await customer('anna', 'C-1');
    expect(enrolled).toMatchObject({
      status: 201,
      body: {
        ...{
          kind: 'customer',
          person: 'C-1',
          lenderId: 'L',
          purpose: 'identity-verification',
          source: 'anna.wav',
        },
        consent: { by: 'teller 7', at: '2026-11-01T08:00:00.000Z', text: '同意用于身份核验' },
        ...{
          model: 'plain',
          modelSha256: 'a'.repeat(64),
          band: 'telephone',
          createdBy: 'teller 7',
          reason: null,
        },
      },
    });
    expect(enrolled.headers.get('location')).toBe(`/v1/voiceprints/${enrolled.body.id}`);
    expect(await list()).toEqual([enrolled.body]);
    expect((await client.get(`/v1/voiceprints/${enrolled.body.id}`)).body).toEqual(enrolled.body);
  });

  it.each([
    [422, 'voiceprint.consent-missing', { kind: 'customer', person: 'C' }, ['anna']],
    [400, 'voice.consent-in-part', { kind: 'customer', person: 'C', consentBy: 'me' }, ['anna']],
    [422, 'voiceprint.reason-missing', { kind: 'watch' }, ['anna']],
    [422, 'voiceprint.person-missing', { kind: 'staff' }, ['anna']],
    [422, 'voiceprint.no-voice', { kind: 'watch', reason: 'r' }, ['-']],
    [422, 'voice.enrolment-disagrees', { kind: 'watch', reason: 'r' }, ['anna', 'bei']],
    [422, 'voiceprint.voices-differ', { kind: 'watch', reason: 'r' }, ['anna', 'bei', 'anna']],
    [400, 'voice.files-or-exhibit', { kind: 'watch', reason: 'r' }, []],
    [400, 'request.invalid', { kind: 'call', reason: 'r' }, ['anna']],
    [400, 'request.invalid', { kind: 'watch', reason: 'r', more: 'x' }, ['anna']],
  ])('refuses with %i %s', async (status, code, fields, recordings) => {
    const before = await list();
    const refused = await form(client, '/v1/voiceprints', { by: 'me', ...fields } as never, recordings);
    expect(refused).toMatchObject({ status, body: { error: { code } } });
    expect(refused.body.error.message).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
    expect(await list()).toEqual(before);
  });

  it('enrols once for a key, however often it is sent', async () => {
    const headers = { 'idempotency-key': `k-${Math.random()}` };
    const fields = { kind: 'staff', person: 'S-1' };
    const [a, b] = await Promise.all([enrol('agent', fields, headers), enrol('agent', fields, headers)]);
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(b.body.id).toBe(a.body.id);
    const other = await enrol('bei', fields, headers);
    expect(other.body.error.code).toBe('idempotency.mismatch');
    expect((await list()).filter(({ kind }: { kind: string }) => kind === 'staff')).toHaveLength(1);
  });

  it('verifies the person', async () => {
    const whose = { person: 'C-1', lenderId: 'L' };
    const verify = (text: string, fields: Record<string, string> = whose) =>
      form(client, '/v1/voiceprints/verify', fields, [text]);
    expect((await verify('anna')).body).toMatchObject({
      decision: 'same',
      match: { kind: 'customer', person: 'C-1' },
    });
    expect((await verify('bei')).body).toMatchObject({ decision: 'different' });
    expect(await verify('bei', { person: 'nobody' })).toMatchObject({
      status: 404,
      body: { error: { code: 'voiceprint.none-of-person' } },
    });
  });

  it('holds the voice of a case against the customer, the watch-list and other calls', async () => {
    const { body: watched } = await enrol('dora', { kind: 'watch', reason: '多次冒充客户' });
    const own = await call('agent anna', 'C-1');
    expect(own).toMatchObject({ verdict: 'genuine', findings: [{ code: 'voice.same-person' }] });
    expect(own.voice.channels.map(({ speaker }: { speaker: string }) => speaker)).toEqual([
      'agent',
      'customer',
    ]);
    const other = await call('agent dora', 'C-1');
    expect(other.verdict).toBe('suspicious');
    expect(other.findings.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'identity.mismatch',
      'voice.watch-list',
    ]);
    const again = await call('agent dora', 'C-2', 'L-2');
    expect(again.findings.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'voice.same-voice-elsewhere',
      'voice.watch-list',
    ]);
    const found = await form(client, '/v1/voiceprints/identify', { exhibitId: again.exhibit.id }, []);
    expect(found.body).toMatchObject({ compared: 1, matches: [{ voiceprintId: watched.id, kind: 'watch' }] });
    expect(found.body.matches[0].falseAlarmRate).toBeLessThan(1e-5);
  });

  it('puts a voice of a case on the watch-list', async () => {
    const { exhibit } = await call('agent chen', 'C-5');
    const enrolled = await form(
      client,
      '/v1/voiceprints',
      { kind: 'watch', by: 'me', reason: 'r', exhibitId: exhibit.id },
      [],
    );
    expect(enrolled.body).toMatchObject({ kind: 'watch', source: `call.wav (${exhibit.id})`, consent: null });
    expect((await call('agent chen', 'C-5')).findings).toMatchObject([{ code: 'voice.watch-list' }]);
  });

  it('deletes for good: it is matched no more, and taken from what was said of recordings', async () => {
    const { body: watched } = await enrol('bei', { kind: 'watch', reason: 'r' });
    const before = await call('agent bei', 'C-7');
    expect(before.voice.channels[1].matches).toMatchObject([{ voiceprintId: watched.id }]);
    expect((await client.send('DELETE', `/v1/voiceprints/${watched.id}`)).status).toBe(400);
    expect((await client.send('DELETE', `/v1/voiceprints/${watched.id}?by=me`)).status).toBe(204);
    expect((await client.send('DELETE', `/v1/voiceprints/${watched.id}?by=me`)).body.error.code).toBe(
      'voiceprint.not-found',
    );
    expect((await client.get(`/v1/voiceprints/${watched.id}`)).status).toBe(404);
    const { pages } = (await client.get(`/v1/exhibits/${before.exhibit.id}`)).body;
    expect(pages[0].voice.channels[1].matches).toEqual([]);
    expect((await call('agent bei', 'C-7')).findings).toEqual([]);
  });

  it('never answers with a vector', () => {
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.flatMap(vectorsIn)).toEqual([]);
    expect(vectorsIn({ a: [{ b: [...printOf('anna').vector] }] })).toHaveLength(1);
  });
}

describe('voices by the interface, on PGlite', () => suite(() => ({})));

describe.skipIf(noPostgres)(
  `voices by the interface, on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`,
  () => {
    let postgres: TemporaryPostgres;
    let databaseUrl: string;
    beforeAll(async () => {
      postgres = await startPostgres();
      databaseUrl = await postgres.createDatabase();
    });
    afterAll(() => postgres.stop());
    suite(() => ({ databaseUrl, fieldKey: KEY }));

    it('without a key are refused, and recordings are examined all the same', async () => {
      const dataDir = await freshDataDir();
      const url = await postgres.createDatabase();
      const server = await startServer({
        ...{ port: 0, dataDir, console: null, databaseUrl: url, examiner: async () => fakeExaminer() },
      });
      const client = clientOf(server.url!);
      const refused = await form(client, '/v1/voiceprints', { kind: 'watch', by: 'me', reason: 'r' }, [
        'anna',
      ]);
      expect(refused).toMatchObject({ status: 409, body: { error: { code: 'store.field-key-missing' } } });
      expect(refused.body.error.message.zh).toContain('JIANZHEN_FIELD_KEY');
      const { id } = (await client.post('/v1/cases', {})).body;
      await client.upload(`/v1/cases/${id}/exhibits`, { 'call.wav': 'voice: agent anna' });
      expect(await client.finished(id)).toMatchObject({ verdict: 'genuine' });
      await server.close();
      await rm(dataDir, { recursive: true });
    });
  },
);

/** Four processes one after another, on a machine that runs other tests beside. */
const PATIENCE = 240_000;

describe('a process that is killed while it enrols', () => {
  it(
    'loses nothing and doubles nothing',
    async () => {
      const dir = await freshDataDir();
      const tally = await killEnrolments({ dir, kills: 3, random: createRandom(8) });
      expect(tally).toMatchObject({ lost: 0, doubled: 0, wrongAnswers: 0 });
      await rm(dir, { recursive: true });
    },
    PATIENCE,
  );
});
