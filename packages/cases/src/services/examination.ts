import { CodedError, toCodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { identityMismatches, onRecord } from '../identity/index.ts';
import type { Case, Exhibit, ExhibitPage, PageFinding } from '../model.ts';
import type {
  BlobStore,
  CaseStore,
  CaseTransaction,
  ComparedSeals,
  ExaminedPage,
  ExamineResult,
  Examiner,
  SealMatcher,
  TemplateMatcher,
  VoiceMatcher,
} from '../ports/index.ts';
import { toldBy } from '../told.ts';
import { exhibitOutcome } from '../verdict.ts';
import { heardOn, hearExhibit } from '../voices/exhibit.ts';
import { CALLERS, type CallRules } from '../voices/hear.ts';
import { refreshCase } from './cases.ts';

/** Examinations of one exhibit that may break off (a crash, an internal error) before it counts as failed. */
export const MAX_ATTEMPTS = 8;

export interface ExaminationOptions {
  readonly now?: () => Date;
  readonly maxAttempts?: number;
  /** Looks pages up among those seen before; nothing is looked up without. */
  readonly templates?: TemplateMatcher;
  /** Looks seals up among those seen before; nothing is looked up without. */
  readonly seals?: SealMatcher;
  /** Holds voices against those on record; nothing is held against them without. Asked for at the first recording. */
  readonly voices?: () => Promise<VoiceMatcher | null>;
  readonly calls?: CallRules;
}

/**
 * The life of a job. `run` may be called for one exhibit any number of times, at once or one after another, by
 * workers that crash half-way: results are written once. It rejects when the job should be tried again later.
 */
export function createExamination(
  store: CaseStore,
  blobs: BlobStore,
  examiner: Examiner,
  {
    now = () => new Date(),
    maxAttempts = MAX_ATTEMPTS,
    templates,
    seals,
    voices,
    calls = CALLERS,
  }: ExaminationOptions = {},
) {
  /** Runs `change` on the locked exhibit if it still is in this worker's hands; tells whether it was. */
  const settle = (
    exhibit: Exhibit,
    change: (tx: CaseTransaction, exhibit: Exhibit, at: string, record: Case) => Promise<void>,
  ): Promise<boolean> =>
    store.transaction(async (tx) => {
      const [record, current] = await lockBoth(tx, exhibit);
      if (current?.status !== 'running' || current.attempts !== exhibit.attempts) return false;
      const at = now().toISOString();
      await change(tx, current, at, record);
      await refreshCase(tx, record, at);
      return true;
    });

  const begin = (found: Exhibit): Promise<Exhibit | null> =>
    store.transaction(async (tx) => {
      const [record, exhibit] = await lockBoth(tx, found);
      if (!exhibit || exhibit.status === 'done' || exhibit.status === 'failed') return null;
      const at = now().toISOString();
      if (exhibit.attempts >= maxAttempts) {
        await writeFailure(tx, exhibit, errors('exhibit.crashed', { attempts: exhibit.attempts }), at);
        await refreshCase(tx, record, at);
        return null;
      }
      const attempts = exhibit.attempts + 1;
      const started: Exhibit = { ...exhibit, status: 'running', attempts, startedAt: at };
      await tx.updateExhibit(started);
      await tx.append([event('exhibit.started', started, { attempt: attempts })]);
      await refreshCase(tx, record, at);
      return started;
    });

  const complete = async (
    exhibit: Exhibit,
    result: ExamineResult,
    customerId: string | null,
  ): Promise<boolean> => {
    const stored = await Promise.all(result.pages.map((page) => storePage(page, blobs)));
    const findings = result.pages.flatMap(({ page, findings }) =>
      findings.map((finding): PageFinding => ({ page, ...finding })),
    );
    const read = stored.flatMap(({ page, reading }) =>
      reading ? [{ exhibit: exhibit.name, page, reading }] : [],
    );
    const fingerprinted = result.pages.flatMap(({ page, template, reading }) =>
      template ? [{ page, template, reading }] : [],
    );
    const matcher = result.pages[0]?.voice ? await voices?.() : null;
    const { caseId } = exhibit;
    // The customer as of before the lock: what is found is held against theirs once more under it.
    const compared: ComparedSeals =
      (await seals?.compare((work) => store.transaction(work), { caseId, customerId, pages: stored })) ??
      new Map();
    return settle(exhibit, async (tx, current, at, record) => {
      // Under the case's lock: of two exhibits that end at once, the later one sees the earlier.
      const mismatches = identityMismatches(read, await tx.readPages(exhibit.caseId, exhibit.id));
      const own = { caseId: exhibit.caseId, customerId: record.customerId };
      const reused = await templates?.relate(tx, own, fingerprinted);
      const sealed = await seals?.relate(tx, { ...own, pages: stored }, compared);
      const heard = matcher && (await hearExhibit(tx, matcher, exhibit, record, result, calls, at));
      const pages = heard ? stored.map((page) => heardOn(page, heard)) : stored;
      const said = [
        ...findings,
        ...mismatches,
        ...(reused?.findings ?? []),
        ...(sealed?.findings ?? []),
        ...(heard?.findings ?? []),
      ];
      const done: Exhibit = {
        ...current,
        ...exhibitOutcome(pages),
        status: 'done',
        mediaType: result.facts.mediaType,
        pageCount: pages.length,
        told: toldBy(result.facts),
        error: null,
        finishedAt: at,
      };
      await tx.replacePages(
        exhibit.id,
        pages,
        said,
        fingerprinted.map(({ page, template }) => ({ page, ...template })),
      );
      await tx.addRelations(exhibit.id, [...(reused?.relations ?? []), ...(sealed?.relations ?? [])]);
      if (heard && heard.prints.length > 0) await tx.insertVoiceprints(heard.prints);
      await tx.updateExhibit(done);
      await tx.append([
        event('exhibit.done', done, {
          findings: said.length,
          mediaType: done.mediaType,
        }),
      ]);
    });
  };

  const fail = (exhibit: Exhibit, error: CodedError): Promise<boolean> =>
    settle(exhibit, (tx, current, at) => writeFailure(tx, current, error, at));

  /** Back into the queue; `counted` tells whether the attempt was the file's own fault, or a store's outage. */
  const release = (exhibit: Exhibit, counted: boolean): Promise<boolean> =>
    settle(exhibit, async (tx, current) => {
      const attempts = counted ? current.attempts : current.attempts - 1;
      const queued: Exhibit = { ...current, status: 'queued', attempts, startedAt: null };
      await tx.updateExhibit(queued);
      await tx.append([event('exhibit.queued', queued, { attempt: attempts })]);
    });

  return {
    async run(exhibitId: string): Promise<void> {
      const found = await store.findExhibit(exhibitId);
      if (!found || found.status === 'done' || found.status === 'failed') return;
      // Before the attempt is counted: an outage of the blob store is no fault of the file.
      const bytes = await blobs.read(found.sha256).catch((thrown: unknown) => {
        if (isOutage(thrown)) throw thrown;
        return toCodedError(thrown);
      });
      const exhibit = await begin(found);
      if (!exhibit) return;
      try {
        if (bytes instanceof CodedError) throw bytes;
        const record = await store.findCase(exhibit.caseId);
        const result = await examiner.examine({
          name: exhibit.name,
          bytes,
          masks: true,
          previews: true,
          voiceprints: true,
          receivedAt: exhibit.createdAt,
          identities: onRecord(record?.customer ?? null),
        });
        await complete(exhibit, result, record?.customerId ?? null);
      } catch (thrown) {
        const error = toCodedError(thrown);
        if (error.status < 500) {
          await fail(exhibit, error);
          return;
        }
        const outage = isOutage(error);
        if (!outage && exhibit.attempts >= maxAttempts) {
          const detail = error.message;
          await fail(
            exhibit,
            errors('exhibit.gave-up', { attempts: exhibit.attempts, detail }, { cause: error }),
          );
          return;
        }
        await release(exhibit, !outage);
        throw error;
      }
    },
  };
}
export type Examination = ReturnType<typeof createExamination>;

/** A database, a blob store or an engine that is away for now: no fault of the file. */
function isOutage(thrown: unknown): boolean {
  return thrown instanceof CodedError && (thrown.status === 503 || thrown.status === 507);
}

async function storePage(page: ExaminedPage, blobs: BlobStore): Promise<ExhibitPage> {
  const put = async (bytes: Uint8Array | null) => (bytes ? (await blobs.put(bytes)).sha256 : null);
  const {
    page: number,
    width,
    height,
    verdict,
    forgeryProbability,
    elapsedMs,
    statistics,
    timings,
    reading,
    traces,
    seals,
    codes,
    signatures,
    voice,
  } = page;
  return {
    page: number,
    width,
    height,
    verdict,
    forgeryProbability,
    elapsedMs,
    // JSON knows no NaN and no infinity: a number that is not there says the same.
    statistics: Object.fromEntries(Object.entries(statistics).filter(([, value]) => Number.isFinite(value))),
    timings: { ...timings },
    reading,
    traces,
    seals,
    codes,
    signatures,
    ...(voice && { voice }),
    mask: await put(page.maskPng),
    heatmap: await put(page.heatmapPng),
    preview: await put(page.preview),
  };
}

async function lockBoth(tx: CaseTransaction, exhibit: Exhibit): Promise<[Case, Exhibit | null]> {
  const record = await tx.lockCase(exhibit.caseId);
  if (!record) throw errors('case.not-found', { id: exhibit.caseId });
  return [record, await tx.lockExhibit(exhibit.id)];
}

async function writeFailure(
  tx: CaseTransaction,
  exhibit: Exhibit,
  error: CodedError,
  at: string,
): Promise<void> {
  const failed: Exhibit = {
    ...exhibit,
    status: 'failed',
    verdict: 'unreadable',
    probability: null,
    pageCount: null,
    told: null,
    error: error.toJSON(),
    finishedAt: at,
  };
  await tx.replacePages(exhibit.id, [], []);
  await tx.updateExhibit(failed);
  await tx.append([event('exhibit.failed', failed, { error: failed.error })]);
}

function event(
  type: 'exhibit.queued' | 'exhibit.started' | 'exhibit.done' | 'exhibit.failed',
  exhibit: Exhibit,
  data: object,
) {
  const { id, caseId, status, verdict, probability } = exhibit;
  return { type, caseId, exhibitId: id, data: { status, verdict, probability, ...data } };
}
