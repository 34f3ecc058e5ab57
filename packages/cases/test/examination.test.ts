import { defineErrors, type Verdict } from '@jianzhen/evidence';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createCases,
  createExamination,
  createIntake,
  type ExamineResult,
  type Examiner,
  type Exhibit,
} from '../src/index.ts';
import { memoryBlobs, memoryStore } from './support/memory.ts';

const errors = defineErrors({
  'test.unreadable': { zh: '无法读取', en: 'unreadable' },
  'test.outage': { zh: '不可用', en: 'away', status: 503 },
});

function result(...verdicts: Verdict[]): ExamineResult {
  return {
    facts: { mediaType: 'image/png', bytes: 1, sha256: 'x' },
    signatures: [],
    pages: verdicts.map((verdict, i) => ({
      file: 'a',
      page: i + 1,
      pages: verdicts.length,
      width: 1,
      height: 1,
      verdict,
      forgeryProbability: verdict === 'forged' ? 0.9 : 0.1,
      findings: [
        {
          code: 'document.x',
          severity: 'high',
          probability: 0.9,
          region: null,
          message: { zh: '甲', en: 'a' },
        },
      ],
      mask: null,
      elapsedMs: 1,
      reading: null,
      traces: [],
      seals: [],
      codes: [],
      signatures: [],
      template: null,
      maskPng: Buffer.from(`mask ${i}`),
      heatmapPng: null,
      preview: Buffer.from(`preview ${i}`),
      statistics: { sound: 1, broken: Number.POSITIVE_INFINITY },
      timings: {},
    })),
  };
}

describe('an examination', () => {
  let memory: ReturnType<typeof memoryStore>;
  let blobs: ReturnType<typeof memoryBlobs>;
  let caseId: string;
  let exhibit: Exhibit;

  beforeEach(async () => {
    memory = memoryStore();
    blobs = memoryBlobs();
    caseId = (await createCases(memory.store).create({})).id;
    const blob = await blobs.store.put(Buffer.from('file'));
    const file = { ...blob, name: 'a', mediaType: 'image/jpeg' };
    exhibit = (await createIntake(memory.store).add(caseId, [file])).exhibits[0]!;
  });

  const run = (examine: Examiner['examine'], maxAttempts = 3) =>
    createExamination(memory.store, blobs.store, { examine, close: async () => {} }, { maxAttempts }).run(
      exhibit.id,
    );
  const now = async () => (await memory.store.findExhibit(exhibit.id))!;
  const theCase = async () => (await memory.store.findCase(caseId))!;

  it('begins with a job for each exhibit', async () => {
    expect(memory.jobs()).toEqual([exhibit.id]);
    expect(await theCase()).toMatchObject({ status: 'examining', counts: { total: 1, queued: 1 } });
  });

  it('ends with verdict, pages, findings and pictures', async () => {
    await run(async () => result('genuine', 'forged'));
    expect(await now()).toMatchObject({
      status: 'done',
      verdict: 'forged',
      probability: 0.9,
      pageCount: 2,
      attempts: 1,
    });
    expect(await theCase()).toMatchObject({
      status: 'done',
      verdict: 'forged',
      probability: expect.closeTo(0.9),
    });
    const pages = await memory.store.pagesOf(exhibit.id);
    expect(pages.map(({ statistics }) => statistics)).toEqual([{ sound: 1 }, { sound: 1 }]);
    expect(Buffer.from(await blobs.store.read(pages[1]!.mask!)).toString()).toBe('mask 1');
    expect(pages[1]!.heatmap).toBeNull();
    expect((await memory.store.findingsOf(exhibit.id)).map(({ page }) => page)).toEqual([1, 2]);
  });

  it('is done once, however often the job is handed out', async () => {
    let calls = 0;
    const examine = async () => {
      calls++;
      return result('forged');
    };
    await run(examine);
    await run(examine);
    expect(calls).toBe(1);
    expect(memory.history(exhibit.id)).toEqual(['exhibit.queued', 'exhibit.started', 'exhibit.done']);
  });

  it('takes the word of the worker that began last, when two are at it', async () => {
    const slow = Promise.withResolvers<ExamineResult>();
    const began = Promise.withResolvers<void>();
    const first = run(() => {
      began.resolve();
      return slow.promise;
    });
    await began.promise;
    await run(async () => result('genuine'));
    slow.resolve(result('forged'));
    await first;
    expect(await now()).toMatchObject({ verdict: 'genuine', attempts: 2 });
    expect(memory.history(exhibit.id).filter((type) => type === 'exhibit.done')).toHaveLength(1);
    expect(await memory.store.findingsOf(exhibit.id)).toHaveLength(1);
  });

  it('fails a file that cannot be read, at once and for good', async () => {
    await run(() => Promise.reject(errors('test.unreadable')));
    expect(await now()).toMatchObject({
      status: 'failed',
      verdict: 'unreadable',
      probability: null,
      error: { code: 'test.unreadable', message: { zh: '无法读取', en: 'unreadable' } },
    });
    expect(await theCase()).toMatchObject({ status: 'done', verdict: 'unreadable', probability: null });
  });

  it('tries again after an internal error, up to a limit', async () => {
    const broken = () => Promise.reject(new TypeError('x of undefined'));
    await expect(run(broken)).rejects.toThrow('x of undefined');
    await expect(run(broken)).rejects.toThrow('x of undefined');
    expect(await now()).toMatchObject({ status: 'queued', attempts: 2 });
    await run(broken);
    expect(await now()).toMatchObject({ status: 'failed', attempts: 3, error: { code: 'exhibit.gave-up' } });
  });

  it('gives up on a file that ends the process each time', async () => {
    const never = () => new Promise<never>(() => {});
    for (let crash = 1; crash <= 3; crash++) {
      void run(never);
      await expect.poll(async () => (await now()).attempts).toBe(crash);
    }
    await run(async () => result('genuine'));
    expect(await now()).toMatchObject({ status: 'failed', attempts: 3, error: { code: 'exhibit.crashed' } });
  });

  it('does not hold outages against the file', async () => {
    for (let i = 0; i < 5; i++)
      await expect(run(() => Promise.reject(errors('test.outage')))).rejects.toThrow('away');
    expect(await now()).toMatchObject({ status: 'queued', attempts: 0 });

    blobs.state.trouble = errors('test.outage');
    await expect(run(async () => result('genuine'))).rejects.toThrow('away');
    expect(await now()).toMatchObject({ status: 'queued', attempts: 0 });

    blobs.state.trouble = null;
    await run(async () => result('genuine'));
    expect(await now()).toMatchObject({ status: 'done', attempts: 1 });
  });

  it('holds a lost or damaged original against the exhibit in the end', async () => {
    blobs.blobs.clear();
    for (let i = 0; i < 2; i++)
      await expect(run(async () => result('genuine'))).rejects.toThrow('no such blob');
    await run(async () => result('genuine'));
    expect(await now()).toMatchObject({ status: 'failed', error: { code: 'exhibit.gave-up' } });
  });

  it('does nothing for an exhibit that there is not', async () => {
    const examination = createExamination(memory.store, blobs.store, {
      examine: () => Promise.reject(new Error('never called')),
      close: async () => {},
    });
    await expect(examination.run('01900000-0000-7000-8000-000000000000')).resolves.toBeUndefined();
  });
});
