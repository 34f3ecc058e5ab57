import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  type BlobStore,
  type Case,
  type CaseEvent,
  type CaseStore,
  type CaseTransaction,
  type Exhibit,
  type ExhibitPage,
  type ExhibitReview,
  errors,
  type KnownVoice,
  type NewVoiceprint,
  type PageFinding,
  type Relation,
  type StoredSeal,
  type StoredTemplate,
  type VoiceStore,
} from '../../src/index.ts';

const knownVoice = ({ record, voice, number }: NewVoiceprint & { number: number }): KnownVoice => ({
  ...record,
  ...{ number, voice, reference: null, exhibit: null },
});

/** A store in memory whose transactions run one after another and leave nothing behind when they throw. */
export function memoryStore() {
  let state = {
    cases: new Map<string, Case>(),
    exhibits: new Map<string, Exhibit>(),
    pages: new Map<string, readonly ExhibitPage[]>(),
    findings: new Map<string, readonly PageFinding[]>(),
    reviews: new Map<string, readonly ExhibitReview[]>(),
    events: [] as CaseEvent[],
    jobs: [] as string[],
    templates: [] as StoredTemplate[],
    seals: [] as StoredSeal[],
    relations: [] as Relation[],
    voices: [] as (NewVoiceprint & { readonly number: number })[],
    gone: [] as number[],
    lastVoice: 0,
    answers: new Map<string, { fingerprint: string; answer: unknown }>(),
  };
  let last: Promise<unknown> = Promise.resolve();

  const transactionOn = (at: typeof state): CaseTransaction => ({
    insertCase: async (record) => void at.cases.set(record.id, record),
    lockCase: async (id) => at.cases.get(id) ?? null,
    updateCase: async (record) => void at.cases.set(record.id, record),
    insertExhibits: async (records) => {
      for (const record of records) at.exhibits.set(record.id, record);
    },
    lockExhibit: async (id) => at.exhibits.get(id) ?? null,
    updateExhibit: async (record) => void at.exhibits.set(record.id, record),
    addExhibitReview: async (id, review) => void at.reviews.set(id, [review, ...(at.reviews.get(id) ?? [])]),
    readPages: async (caseId, without) =>
      [...at.exhibits.values()]
        .filter((exhibit) => exhibit.caseId === caseId && exhibit.id !== without)
        .flatMap(({ id, name }) =>
          (at.pages.get(id) ?? []).flatMap(({ page, reading }) =>
            reading ? [{ exhibit: name, page, reading }] : [],
          ),
        ),
    lockTemplates: async () => {},
    sketchesAfter: async (id) =>
      at.templates.slice(id).map(({ sketch }, i) => ({ id: id + i + 1, sketch, kind: null, issuer: null })),
    templates: async (ids) => at.templates.filter((template) => ids.includes(template.id)),
    lockSeals: async () => {},
    sealPrintsAfter: async (after) =>
      at.seals.slice(after).map(({ id, fingerprint, templateFingerprint }) => ({
        id,
        fingerprint,
        templateFingerprint,
      })),
    seals: async (ids) => at.seals.filter((seal) => ids.includes(seal.id)),
    exhibitStates: async (caseId) => [...at.exhibits.values()].filter((exhibit) => exhibit.caseId === caseId),
    replacePages: async (id, pages, findings, templates = []) => {
      const exhibit = at.exhibits.get(id)!;
      for (const template of templates)
        at.templates.push({
          ...template,
          id: at.templates.length + 1,
          caseId: exhibit.caseId,
          exhibitId: id,
          exhibit: exhibit.name,
          reference: null,
          customerId: at.cases.get(exhibit.caseId)?.customerId ?? null,
          reading: null,
        });
      const { reference = null, customerId = null, lenderId = null } = at.cases.get(exhibit.caseId) ?? {};
      for (const { page, seals } of pages)
        for (const [i, seal] of seals.entries()) {
          const { fingerprint, templateFingerprint } = seal;
          if (!fingerprint) continue;
          at.seals.push({
            ...{ id: at.seals.length + 1, fingerprint, templateFingerprint, seal, page, place: i + 1 },
            ...{ caseId: exhibit.caseId, exhibitId: id, exhibit: exhibit.name },
            ...{ reference, customerId, lenderId },
          });
        }
      at.pages.set(id, pages);
      at.findings.set(id, findings);
    },
    keepsVoices: true,
    requireVoiceKey: () => {},
    lockVoices: async () => {},
    voicesAfter: async (after) =>
      at.voices
        .filter(({ number }) => number > after)
        .map(({ number, vector, record: { kind, model, modelSha256, band, seconds, pieces } }) => ({
          ...{ number, vector, kind, model, modelSha256, band, seconds, pieces },
        })),
    voicesGoneAfter: async (place) =>
      at.gone.slice(place).map((number, i) => ({ number, place: place + i + 1 })),
    voices: async (numbers) => at.voices.filter(({ number }) => numbers.includes(number)).map(knownVoice),
    voicesOf: async (person, lenderId) =>
      at.voices
        .filter(
          ({ record }) =>
            record.kind === 'customer' && record.person === person && record.lenderId === lenderId,
        )
        .map(knownVoice),
    insertVoiceprints: async (prints) => {
      for (const print of prints) at.voices.push({ ...print, number: ++at.lastVoice });
    },
    deleteVoiceprint: async (id) => {
      const found = at.voices.find(({ record }) => record.id === id);
      if (!found) return null;
      at.voices = at.voices.filter((voice) => voice !== found);
      at.gone.push(found.number);
      return found.record;
    },
    addRelations: async (_exhibitId, relations) => void at.relations.push(...relations),
    append: async (events) => {
      for (const event of events)
        at.events.push({ alertId: null, ...event, id: at.events.length + 1, at: new Date(0).toISOString() });
    },
    enqueue: async (ids) => void at.jobs.push(...ids),
    claim: async ({ scope, key, fingerprint }) => {
      const found = at.answers.get(`${scope} ${key}`);
      if (found && found.fingerprint !== fingerprint) throw errors('idempotency.mismatch', { key });
      return found?.answer ?? null;
    },
    remember: async ({ scope, key, fingerprint }, answer) =>
      void at.answers.set(`${scope} ${key}`, { fingerprint, answer }),
  });

  const store: CaseStore = {
    transaction(work) {
      const result = last.then(async () => {
        const copy = structuredClone(state);
        const answer = await work(transactionOn(copy));
        state = copy;
        return answer;
      });
      last = result.catch(() => {});
      return result;
    },
    findCase: async (id) => state.cases.get(id) ?? null,
    listCases: async ({ limit, before = '~' }) =>
      [...state.cases.values()]
        .filter(({ id }) => id < before)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
    findExhibit: async (id) => state.exhibits.get(id) ?? null,
    exhibitsOf: async (caseId) => [...state.exhibits.values()].filter((exhibit) => exhibit.caseId === caseId),
    pagesOf: async (id) => [...(state.pages.get(id) ?? [])],
    exhibitReviewsOf: async (id) => [...(state.reviews.get(id) ?? [])],
    templateOf: async (id, page) =>
      state.templates.find((template) => template.exhibitId === id && template.page === page) ?? null,
    findingsOf: async (id) => [...(state.findings.get(id) ?? [])],
    eventsAfter: async (id, limit) => state.events.filter((event) => event.id > id).slice(0, limit),
    lastEventId: async () => state.events.length,
    ping: async () => {},
  };
  const voices: VoiceStore = {
    findVoiceprint: async (id) => state.voices.find(({ record }) => record.id === id)?.record ?? null,
    listVoiceprints: async ({ limit, kind }) =>
      state.voices
        .map(({ record }) => record)
        .filter((record) => kind === undefined || record.kind === kind)
        .toReversed()
        .slice(0, limit),
    expiredVoiceprints: async () =>
      state.voices.flatMap(({ record }) => (Date.parse(record.expiresAt) <= Date.now() ? [record.id] : [])),
    renewVoiceprints: async () => 0,
  };
  return {
    store,
    voices,
    /** All that is kept of voices. */
    prints: () => state.voices,
    jobs: () => state.jobs,
    relations: () => state.relations,
    /** The types of an exhibit's events, in order. */
    history: (exhibitId: string) =>
      state.events.filter((event) => event.exhibitId === exhibitId).map(({ type }) => type),
  };
}

/** Blobs in memory; `trouble` makes every call reject with it. */
export function memoryBlobs() {
  const blobs = new Map<string, Uint8Array>();
  const state: { trouble: Error | null } = { trouble: null };
  const check = () => {
    if (state.trouble) throw state.trouble;
  };
  const store: BlobStore = {
    async put(source) {
      check();
      const bytes = await buffer(Readable.from(source instanceof Uint8Array ? [source] : source));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      blobs.set(sha256, bytes);
      return { sha256, bytes: bytes.length };
    },
    async open(sha256) {
      const bytes = blobs.get(sha256);
      return bytes ? { bytes: bytes.length, stream: Readable.from([bytes]) } : null;
    },
    async read(sha256) {
      check();
      const bytes = blobs.get(sha256);
      if (!bytes) throw new Error('no such blob');
      return bytes;
    },
    ping: async () => check(),
    close: async () => {},
  };
  return { store, blobs, state };
}
