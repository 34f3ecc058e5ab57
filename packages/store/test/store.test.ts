import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';

import {
  createCases,
  createIntake,
  type Exhibit,
  type ExhibitPage,
  newId,
  type PageFinding,
} from '@jianzhen/cases';
import type { Seal } from '@jianzhen/evidence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import { openStore, type Store } from '../src/index.ts';

const sha256 = createHash('sha256').update('x').digest('hex');
const file = (name: string) => ({ name, mediaType: 'image/png', bytes: 1, sha256 });

function suite(open: (dataDir: string) => Promise<Store>) {
  let dataDir: string;
  let store: Store;
  const reopen = async () => {
    await store.close();
    store = await open(dataDir);
  };
  beforeAll(async () => {
    dataDir = await freshDataDir();
    store = await open(dataDir);
  });
  afterAll(async () => {
    await store.close();
    await rm(dataDir, { recursive: true });
  });
  const cases = () => createCases(store.cases);
  const intake = () => createIntake(store.cases);

  it('keeps cases and exhibits over a restart', async () => {
    const owner = { customerId: 'C-7', lenderId: 'lender-2' };
    const record = await cases().create({ reference: 'R-1', title: '退款', ...owner });
    const { exhibits } = await intake().add(record.id, [file('收据.png'), file('b.png')]);
    await reopen();
    const found = await cases().get(record.id);
    expect(found).toMatchObject({
      reference: 'R-1',
      title: '退款',
      ...owner,
      status: 'examining',
      verdict: null,
    });
    expect(found.counts).toEqual({ total: 2, queued: 2, running: 0, done: 0, failed: 0 });
    expect(found.exhibits).toEqual(exhibits);
    expect(found.createdAt).toBe(record.createdAt);
  });

  it('lists newest first, page by page, without gaps or doubles', async () => {
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.push((await cases().create({ reference: `page-${i}` })).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof cases>['list']>> = await cases().list({
        limit: 3,
        text: 'PAGE-',
        ...(cursor && { cursor }),
      });
      expect(page.cases.length).toBeLessThanOrEqual(3);
      seen.push(...page.cases.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(made.toReversed());
  });

  it.each([
    ['reference', 'zq-9'],
    ['Chinese title', '财务专'],
    ["an exhibit's name", 'KeeN'],
    ['wildcards taken as they are', '100%_\\'],
    ['one character', '玺'],
  ])('finds by %s', async (_, text) => {
    const record = await cases().create({ reference: 'ZQ-9 玺', title: '财务专用章 100%_\\' });
    await intake().add(record.id, [file('Skeened.png')]);
    await cases().create({ reference: 'other 100xx', title: '财务 专用' });
    const found = await cases().list({ limit: 10, text });
    expect(found.cases[0]?.id).toBe(record.id);
    expect(found.cases.every(({ reference }) => reference === 'ZQ-9 玺')).toBe(true);
  });

  it('stores text that PostgreSQL does not take', async () => {
    const record = await cases().create({ title: 'a\0b \ud800' });
    expect((await cases().get(record.id)).title).toBe('a\ufffdb \ufffd');
    expect((await cases().list({ limit: 1, text: '\0' })).cases).toEqual([
      expect.objectContaining({ id: record.id }),
    ]);
  });

  it('rolls everything back together', async () => {
    const record = await cases().create({});
    const before = await store.cases.lastEventId();
    const id = newId();
    const failing = store.cases.transaction(async (tx) => {
      const exhibit = { ...blank(record.id), id };
      await tx.insertExhibits([exhibit]);
      await tx.append([{ type: 'exhibit.queued', caseId: record.id, exhibitId: id, data: {} }]);
      await tx.enqueue([id]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.cases.findExhibit(id)).toBeNull();
    expect(await store.cases.eventsAfter(before, 10)).toEqual([]);
  });

  it("keeps persons' words on an exhibit, the last of them beside what the examination says", async () => {
    const record = await cases().create({ reference: 'R-review' });
    const [exhibit] = (await intake().add(record.id, [file('reviewed')])).exhibits as [Exhibit];
    const word = { by: '王审核\0', note: null };
    await expect(cases().review(exhibit.id, { ...word, decision: 'genuine' })).rejects.toMatchObject({
      code: 'exhibit.not-examined',
    });
    await store.cases.transaction((tx) =>
      tx.updateExhibit({ ...exhibit, status: 'done', verdict: 'forged', probability: 0.98 }),
    );
    await cases().review(exhibit.id, { ...word, decision: 'forged' });
    const cleared = await cases().review(exhibit.id, {
      ...{ decision: 'genuine', by: '李复核', note: '原件已核对' },
    });
    await reopen();
    expect(await cases().exhibit(exhibit.id)).toEqual(cleared);
    expect(cleared).toMatchObject({ verdict: 'forged', probability: 0.98, review: { decision: 'genuine' } });
    expect(await cases().reviews(exhibit.id)).toEqual([
      cleared.review,
      { decision: 'forged', by: '王审核\ufffd', note: null, at: expect.any(String) },
    ]);
    expect(await cases().get(record.id)).toMatchObject({ verdict: 'genuine', probability: 0 });
  });

  it('keeps templates in the order of commits, and drops them with their page', async () => {
    const record = await cases().create({ reference: 'R-T', customerId: 'C-T' });
    const [exhibit] = (await intake().add(record.id, [file('t')])).exhibits as [Exhibit];
    const page: ExhibitPage = {
      page: 1,
      width: 1,
      height: 1,
      verdict: 'genuine',
      forgeryProbability: 0,
      elapsedMs: 1,
      reading: null,
      traces: [],
      seals: [],
      codes: [],
      signatures: [],
      mask: null,
      heatmap: null,
      preview: null,
      statistics: {},
      timings: {},
    };
    const template = { page: 1, sketch: Uint8Array.of(0, 255, 7), material: Uint8Array.of(1, 0, 2) };
    const [last] = await store.cases
      .transaction((tx) => tx.sketchesAfter(0, 1e6))
      .then((all) => all.slice(-1));
    await store.cases.transaction((tx) => tx.replacePages(exhibit.id, [page], [], [template]));
    const added = await store.cases.transaction((tx) => tx.sketchesAfter(last?.id ?? 0, 10));
    expect(added).toEqual([{ id: expect.any(Number), sketch: template.sketch, kind: null, issuer: null }]);
    const found = await store.cases.transaction((tx) => tx.templates([added[0]!.id, 1e9]));
    expect(found).toEqual([
      {
        ...template,
        id: added[0]!.id,
        caseId: record.id,
        exhibitId: exhibit.id,
        exhibit: 't',
        reference: 'R-T',
        customerId: 'C-T',
        reading: null,
      },
    ]);
    await store.cases.transaction((tx) => tx.replacePages(exhibit.id, [page], []));
    expect(await store.cases.transaction((tx) => tx.templates([added[0]!.id]))).toEqual([]);
  });

  it('keeps what seals are known by in the order of commits, and drops it with their page', async () => {
    const record = await cases().create({ reference: 'R-S', customerId: 'C-S', lenderId: 'L-S' });
    const [exhibit] = (await intake().add(record.id, [file('s')])).exhibits as [Exhibit];
    const seal: Seal = {
      region: { x: 1, y: 2, width: 3, height: 4 },
      ellipse: { cx: 2, cy: 4, rx: 1, ry: 2, angle: 0 },
      ...{ shape: 'ellipse', colour: 'red', title: '甲公司', titleConfidence: 0.9, centre: 'star' },
      ...{
        subtitle: null,
        code: null,
        taxNumber: null,
        origin: 'unknown',
        forgeryProbability: 0.5,
        reasons: [],
      },
      fingerprint: 'AAEC',
      templateFingerprint: null,
    };
    const page: ExhibitPage = {
      ...{ page: 1, width: 1, height: 1, verdict: 'genuine', forgeryProbability: 0, elapsedMs: 1 },
      ...{ reading: null, traces: [], codes: [], signatures: [], mask: null, heatmap: null, preview: null },
      ...{ statistics: {}, timings: {} },
      // One of which too little is there to know it again stands between two that can be known.
      seals: [
        seal,
        { ...seal, fingerprint: null },
        { ...seal, fingerprint: 'Bw', templateFingerprint: 'CQ' },
      ],
    };
    const prints = (after: number) => store.cases.transaction((tx) => tx.sealPrintsAfter(after, 10));
    const last = (await store.cases.transaction((tx) => tx.sealPrintsAfter(0, 1e6))).at(-1)?.id ?? 0;
    await store.cases.transaction((tx) => tx.replacePages(exhibit.id, [page], []));
    const added = await prints(last);
    expect(added).toEqual([
      { id: expect.any(Number), fingerprint: 'AAEC', templateFingerprint: null },
      { id: expect.any(Number), fingerprint: 'Bw', templateFingerprint: 'CQ' },
    ]);
    const found = await store.cases.transaction((tx) => tx.seals([added[1]!.id, 1e9]));
    expect(found).toEqual([
      {
        ...added[1],
        caseId: record.id,
        exhibitId: exhibit.id,
        page: 1,
        place: 3,
        exhibit: 's',
        reference: 'R-S',
        customerId: 'C-S',
        lenderId: 'L-S',
        seal: page.seals[2],
      },
    ]);
    await store.cases.transaction((tx) => tx.replacePages(exhibit.id, [{ ...page, seals: [] }], []));
    expect(await prints(last)).toEqual([]);
  });

  it('replaces pages and findings instead of adding to them', async () => {
    const record = await cases().create({});
    const [exhibit] = (await intake().add(record.id, [file('a')])).exhibits as [Exhibit];
    const page: ExhibitPage = {
      page: 1,
      width: 10,
      height: 20,
      verdict: 'forged',
      forgeryProbability: 0.9,
      elapsedMs: 5,
      reading: null,
      traces: [],
      seals: [],
      codes: [],
      signatures: [],
      mask: sha256,
      heatmap: null,
      preview: null,
      statistics: { a: 1.25 },
      timings: {},
    };
    const finding: PageFinding = {
      page: 1,
      code: 'document.x',
      severity: 'high',
      probability: 0.9,
      region: null,
      message: { zh: '甲\0', en: 'a' },
    };
    for (let i = 0; i < 2; i++) {
      await store.cases.transaction((tx) =>
        tx.replacePages(exhibit.id, [page], [finding, { ...finding, code: 'document.y' }]),
      );
    }
    expect(await store.cases.pagesOf(exhibit.id)).toEqual([page]);
    const codes = (await store.cases.findingsOf(exhibit.id)).map(({ code }) => code);
    expect(codes).toEqual(['document.x', 'document.y']);
  });

  it('answers a repeated request with the first answer, even when both come at once', async () => {
    const key = { key: 'k', scope: 'POST /v1/cases', fingerprint: 'f' };
    const [a, b] = await Promise.all([
      cases().create({ title: 'once' }, key),
      cases().create({ title: 'once' }, key),
    ]);
    expect(b.id).toBe(a.id);
    await reopen();
    expect((await cases().create({ title: 'once' }, key)).id).toBe(a.id);
    expect((await cases().list({ limit: 9, text: 'once' })).cases).toHaveLength(1);
    const other = cases().create({ title: 'else' }, { ...key, fingerprint: 'g' });
    await expect(other).rejects.toMatchObject({ code: 'idempotency.mismatch' });
  });

  it('wakes subscribers, who then read the events in order', async () => {
    const from = await store.cases.lastEventId();
    const { promise, resolve } = Promise.withResolvers<void>();
    const unsubscribe = store.bus.subscribe(resolve);
    const made = await Promise.all(Array.from({ length: 8 }, () => cases().create({})));
    await promise;
    unsubscribe();
    const events = await store.cases.eventsAfter(from, 100);
    expect(events.map(({ caseId }) => caseId).sort()).toEqual(made.map(({ id }) => id).sort());
    expect(events.map(({ id }) => id)).toEqual(events.map(({ id }) => id).toSorted((a, b) => a - b));
  });

  it('hands every job to a worker, and a failed one again', async () => {
    const record = await cases().create({});
    const { exhibits } = await intake().add(record.id, [file('a'), file('b'), file('c')]);
    const wanted = new Set(exhibits.map(({ id }) => id));
    const calls: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    await store.queue.work(
      async ({ exhibitId }) => {
        if (!wanted.has(exhibitId)) return;
        calls.push(exhibitId);
        if (exhibitId === exhibits[1]!.id && calls.filter((id) => id === exhibitId).length === 1) {
          throw new Error('first time');
        }
        if (new Set(calls).size === 3 && calls.length === 4) resolve();
      },
      { concurrency: 2 },
    );
    await promise;
    expect(calls).toHaveLength(4);
    expect(calls.filter((id) => id === exhibits[1]!.id)).toHaveLength(2);
  });
}

function blank(caseId: string): Exhibit {
  return {
    id: newId(),
    caseId,
    ...file('x'),
    status: 'queued',
    attempts: 0,
    verdict: null,
    probability: null,
    review: null,
    pageCount: null,
    told: null,
    error: null,
    createdAt: new Date().toISOString(),
    startedAt: null,
    finishedAt: null,
  };
}

describe('the store on PGlite', () => suite((dataDir) => openStore({ dataDir })));

describe.skipIf(noPostgres)(`the store on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let server: TemporaryPostgres;
  let databaseUrl: string;
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.createDatabase();
  });
  afterAll(() => server.stop());
  suite((dataDir) => openStore({ dataDir, databaseUrl }));

  it('is set up once when several processes start on an empty database at once', async () => {
    const dataDir = await freshDataDir();
    const empty = await server.createDatabase();
    const stores = await Promise.all(
      Array.from({ length: 4 }, () => openStore({ dataDir, databaseUrl: empty })),
    );
    const record = await createCases(stores[0]!.cases).create({});
    expect(await stores[3]!.cases.findCase(record.id)).toEqual(record);
    await Promise.all(stores.map((store) => store.close()));
    await rm(dataDir, { recursive: true });
  });
});
