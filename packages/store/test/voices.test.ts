import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createCases, createIntake, type NewVoiceprint, newId, type VoiceprintRecord } from '@jianzhen/cases';
import type { Voice } from '@jianzhen/evidence';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import { openStore, type Store, type StoreOptions } from '../src/index.ts';

const [first, second] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const vector = Float32Array.from({ length: 6 }, (_, i) => (i - 2) / 7);
const DAY = 86_400_000;

const recordOf = (more: Partial<VoiceprintRecord> = {}): VoiceprintRecord => ({
  ...{
    id: newId(),
    kind: 'watch',
    person: null,
    lenderId: null,
    caseId: null,
    exhibitId: null,
    channel: null,
  },
  ...{ source: 'a.wav', model: 'm', modelSha256: 'a'.repeat(64), band: 'telephone', seconds: 4.5, pieces: 2 },
  ...{ purpose: 'anti-fraud', consent: null, reason: '冒充客户', createdBy: 'me' },
  createdAt: new Date().toISOString(),
  expiresAt: new Date(Date.now() + DAY).toISOString(),
  ...more,
});

const voiceOf = (voiceprintId: string): Voice => ({
  ...{ format: 'wav', sampleRate: 8000, seconds: 9 },
  channels: [
    {
      ...{ channel: 1, speaker: 'customer', seconds: 9, refused: null, spoofProbability: null },
      quality: { speechSeconds: 4, levelDb: -20, clipped: 0, snrDb: 12, band: 'telephone' },
      matches: [
        { voiceprintId, kind: 'watch', person: null, lenderId: null, caseId: null, llr: 9, probability: 0.9 },
        {
          voiceprintId: newId(),
          kind: 'call',
          person: 'C',
          lenderId: null,
          caseId: null,
          llr: 8,
          probability: 0.8,
        },
      ],
    },
  ],
});

function suite(options: () => Omit<StoreOptions, 'dataDir'>) {
  let dataDir: string;
  let store: Store;
  beforeAll(async () => {
    dataDir = await freshDataDir();
    store = await openStore({ dataDir, ...options() });
  });
  afterAll(async () => {
    await store.close();
    await rm(dataDir, { recursive: true });
  });
  const reopen = async (fieldKey: string | undefined) => {
    await store.close();
    store = await openStore({ dataDir, ...options(), fieldKey });
  };
  const keep = (...prints: NewVoiceprint[]) => store.cases.transaction((tx) => tx.insertVoiceprints(prints));
  const kept = async (record: VoiceprintRecord) => {
    await keep({ record, vector, voice: null });
    return record;
  };
  const stored = () => store.cases.transaction((tx) => tx.voicesAfter(0, 999));
  const removed = (id: string) => store.cases.transaction((tx) => tx.deleteVoiceprint(id));
  /** An exhibit with one page that has a voiceprint of its own, and was held against another. */
  const call = async (matched: string, voice = newId()) => {
    const { id: caseId } = await createCases(store.cases).create({
      customerId: 'C-1',
      lenderId: 'L',
      reference: 'R',
    });
    const file = { name: 'a.wav', mediaType: 'audio/wav', bytes: 1, sha256: 'a'.repeat(64) };
    const [exhibit] = (await createIntake(store.cases).add(caseId, [file])).exhibits;
    const record = recordOf({
      kind: 'call',
      reason: null,
      person: 'C-1',
      lenderId: 'L',
      caseId,
      exhibitId: exhibit!.id,
      channel: 1,
    });
    await store.cases.transaction(async (tx) => {
      await tx.replacePages(
        exhibit!.id,
        [
          {
            ...{
              page: 1,
              width: 0,
              height: 0,
              verdict: 'genuine',
              forgeryProbability: 0,
              elapsedMs: 1,
              reading: null,
            },
            ...{ traces: [], seals: [], codes: [], signatures: [], mask: null, heatmap: null, preview: null },
            ...{ statistics: {}, timings: {}, voice: voiceOf(matched) },
          },
        ],
        [],
      );
      await tx.insertVoiceprints([{ record, vector, voice }]);
    });
    return { record, caseId, exhibitId: exhibit!.id, voice };
  };
  afterEach(async () => {
    for (const { id } of await store.voices.listVoiceprints({ limit: 999 })) await removed(id);
  });

  it('gives back what was kept, the vector to the bit', async () => {
    const consent = { by: 'teller', at: '2026-11-01T00:00:00.000Z', text: '同意' };
    const record = await kept(
      recordOf({
        kind: 'customer',
        person: 'C',
        lenderId: 'L',
        reason: null,
        consent,
        purpose: 'identity-verification',
      }),
    );
    expect(await store.voices.findVoiceprint(record.id)).toEqual(record);
    expect(await store.voices.listVoiceprints({ limit: 9, kind: 'customer', person: 'C' })).toEqual([record]);
    expect(await store.voices.listVoiceprints({ limit: 9, kind: 'staff' })).toEqual([]);
    const [found] = await stored();
    expect(found).toMatchObject({ kind: 'customer', model: 'm', seconds: 4.5, pieces: 2, band: 'telephone' });
    expect(found!.vector).toEqual(vector);
    await store.cases.transaction(async (tx) => {
      expect(await tx.voicesOf('C', 'L')).toMatchObject([
        { id: record.id, number: found!.number, voice: null },
      ]);
      expect(await tx.voicesOf('C', null)).toEqual([]);
    });
  });

  it('has numbers that rise in the order of commits, and tells which are gone', async () => {
    const records = await Promise.all(Array.from({ length: 4 }, () => kept(recordOf())));
    const before = await stored();
    expect(before.map(({ number }) => number)).toEqual(
      before.map(({ number }) => number).toSorted((a, b) => a - b),
    );
    const { place: last } = (await store.cases.transaction((tx) => tx.voicesGoneAfter(0, 9999))).at(-1) ?? {
      place: 0,
    };
    expect(await removed(records[2]!.id)).toEqual(records[2]);
    expect(await removed(records[2]!.id)).toBeNull();
    const left = (await stored()).map(({ number }) => number);
    const gone = await store.cases.transaction((tx) => tx.voicesGoneAfter(last, 9));
    expect(gone.map(({ number }) => number)).toEqual(
      before.map(({ number }) => number).filter((number) => !left.includes(number)),
    );
  });

  it('makes a trace of the voice of calls, and takes it and every match away with the voiceprint', async () => {
    const watched = await kept(recordOf());
    const voice = newId();
    const [a, b] = [await call(watched.id, voice), await call(watched.id, voice)];
    const traces = async () => {
      const { traces: all } = await store.gangs.miningTables();
      return all.caseId.flatMap((id, i) => (all.kind[i] === 'voiceprint' ? [[id, all.value[i]]] : []));
    };
    expect((await traces()).toSorted()).toEqual([
      [a.caseId, voice],
      [b.caseId, voice],
    ]);
    await removed(b.record.id);
    expect(await traces()).toEqual([[a.caseId, voice]]);
    await removed(watched.id);
    for (const { exhibitId } of [a, b]) {
      const [page] = await store.cases.pagesOf(exhibitId);
      expect(page!.voice!.channels[0]!.matches).toMatchObject([{ kind: 'call' }]);
    }
    await store.cases.transaction(async (tx) => {
      const numbers = (await tx.voicesAfter(0, 99)).map(({ number }) => number);
      expect(await tx.voices(numbers)).toMatchObject([
        { voice, reference: 'R', exhibit: 'a.wav', person: 'C-1' },
      ]);
    });
  });

  it('lets the voiceprint of a call go with its page', async () => {
    const { exhibitId, record } = await call(newId());
    await store.cases.transaction((tx) => tx.replacePages(exhibitId, [], []));
    expect(await store.voices.findVoiceprint(record.id)).toBeNull();
    const gone = await store.cases.transaction((tx) => tx.voicesGoneAfter(0, 9999));
    expect(gone.length).toBeGreaterThan(0);
  });

  it('neither shows nor compares what has expired', async () => {
    const record = await kept(recordOf({ expiresAt: new Date(Date.now() - 1000).toISOString() }));
    expect(await store.voices.findVoiceprint(record.id)).toBeNull();
    expect(await store.voices.listVoiceprints({ limit: 9 })).toEqual([]);
    const numbers = (await stored()).map(({ number }) => number);
    expect(numbers).toHaveLength(1);
    expect(await store.cases.transaction((tx) => tx.voices(numbers))).toEqual([]);
    expect(await store.voices.expiredVoiceprints(9)).toEqual([record.id]);
    await removed(record.id);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const record = recordOf();
    const failed = store.cases.transaction(async (tx) => {
      await tx.insertVoiceprints([{ record, vector, voice: null }]);
      throw new Error('half-way');
    });
    await expect(failed).rejects.toThrow('half-way');
    expect(await stored()).toEqual([]);
  });

  it('says so where the key is another one, loses nothing, and changes its key where both are there', async () => {
    await reopen(first);
    const record = await kept(recordOf());
    await reopen(second);
    await expect(stored()).rejects.toMatchObject({ code: 'store.field-key-unknown', status: 503 });
    expect(await store.voices.findVoiceprint(record.id)).toEqual(record);
    await expect(store.voices.renewVoiceprints(9)).rejects.toMatchObject({ code: 'store.field-key-unknown' });
    await reopen(`${second},${first}`);
    await kept(recordOf());
    expect((await stored()).map((voice) => voice.vector)).toEqual([vector, vector]);
    expect(await store.voices.renewVoiceprints(9)).toBe(1);
    expect(await store.voices.renewVoiceprints(9)).toBe(0);
    // The old key is needed no more.
    await reopen(second);
    expect((await stored()).map((voice) => voice.vector)).toEqual([vector, vector]);
  });
}

describe('voices on PGlite', () => suite(() => ({})));

describe.skipIf(noPostgres)(`voices on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let server: TemporaryPostgres;
  let databaseUrl: string;
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.createDatabase();
  });
  afterAll(() => server.stop());
  suite(() => ({ databaseUrl, fieldKey: first }));

  it('are not kept without a key, which the refusal says', async () => {
    const dataDir = await freshDataDir();
    const store = await openStore({ dataDir, databaseUrl });
    await store.cases.transaction(async (tx) => {
      expect(tx.keepsVoices).toBe(false);
      expect(() => tx.requireVoiceKey()).toThrow(
        expect.objectContaining({ code: 'store.field-key-missing' }),
      );
    });
    const record = recordOf();
    await expect(
      store.cases.transaction((tx) => tx.insertVoiceprints([{ record, vector, voice: null }])),
    ).rejects.toMatchObject({ code: 'store.field-key-missing' });
    await store.close();
    await rm(dataDir, { recursive: true });
  });
});
