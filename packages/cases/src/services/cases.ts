import { cut, type Paging, pageOf } from '../cursor.ts';
import { errors } from '../errors.ts';
import { newId } from '../ids.ts';
import type {
  Case,
  CaseSummary,
  Complaint,
  CustomerRecord,
  Exhibit,
  ExhibitDecision,
  ExhibitPage,
  ExhibitReview,
  PageFinding,
} from '../model.ts';
import type {
  BlobStore,
  CaseFilter,
  CaseStore,
  CaseTransaction,
  ComparedPage,
  ComplaintReader,
  Once,
  PicturedSeal,
} from '../ports/index.ts';
import { caseOutcome } from '../verdict.ts';
import { once } from './once.ts';

export interface NewCase {
  readonly reference?: string | null;
  readonly title?: string | null;
  readonly customerId?: string | null;
  readonly lenderId?: string | null;
  readonly customer?: CustomerRecord | null;
  /** The customer's own words. */
  readonly complaint?: string | null;
}

export interface CaseOptions {
  readonly now?: () => Date;
  /** Looks through customers' words; nothing is found in them without. */
  readonly complaints?: Pick<ComplaintReader, 'read'>;
}

export interface CasePage {
  readonly cases: CaseSummary[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** A page of an exhibit. */
export interface PagePlace {
  readonly exhibit: string;
  readonly page: number;
}

/** What reviewers and lenders' systems ask of cases. Ids that do not exist throw `case.not-found` or `exhibit.not-found`. */
export function createCases(store: CaseStore, { now = () => new Date(), complaints }: CaseOptions = {}) {
  const complaintOf = async (text: string | null | undefined): Promise<Complaint | null> =>
    text ? { text, findings: (await complaints?.read(text)) ?? [] } : null;

  const found = async (id: string): Promise<Case> => {
    const record = await store.findCase(id);
    if (!record) throw errors('case.not-found', { id });
    return record;
  };
  const exhibit = async (id: string): Promise<Exhibit> => {
    const record = await store.findExhibit(id);
    if (!record) throw errors('exhibit.not-found', { id });
    return record;
  };

  return {
    async create(input: NewCase, key?: Once): Promise<Case> {
      const complaint = await complaintOf(input.complaint);
      return store.transaction((tx) =>
        once(tx, key, async () => {
          const at = now().toISOString();
          const record: Case = {
            id: newId(),
            reference: input.reference ?? null,
            title: input.title ?? null,
            customerId: input.customerId ?? null,
            lenderId: input.lenderId ?? null,
            customer: input.customer ?? null,
            complaint,
            ...caseOutcome([]),
            createdAt: at,
            updatedAt: at,
          };
          await tx.insertCase(record);
          await tx.append([
            { type: 'case.created', caseId: record.id, exhibitId: null, data: { status: record.status } },
          ]);
          return record;
        }),
      );
    },

    async list(query: CaseFilter & Paging): Promise<CasePage> {
      const { cursor, limit, ...filter } = query;
      const found = await store.listCases({ ...filter, ...pageOf({ cursor, limit }) });
      const { items: cases, next } = cut(found, limit);
      return { cases, next };
    },

    async get(id: string): Promise<Case & { exhibits: Exhibit[] }> {
      return { ...(await found(id)), exhibits: await store.exhibitsOf(id) };
    },

    exists: found,
    exhibit,

    async reviews(exhibitId: string): Promise<ExhibitReview[]> {
      await exhibit(exhibitId);
      return store.exhibitReviewsOf(exhibitId);
    },

    /**
     * A person's word on an exhibit, which counts for its case from this moment. A later word takes it back; all of them stay on
     * record, as does what the examination says.
     *
     * @throws `exhibit.not-examined`
     */
    async review(
      id: string,
      { decision, by, note }: { decision: ExhibitDecision; by: string; note?: string | null },
    ): Promise<Exhibit> {
      const { caseId } = await exhibit(id);
      return store.transaction(async (tx) => {
        const record = await tx.lockCase(caseId);
        const current = await tx.lockExhibit(id);
        if (!record || !current) throw errors('exhibit.not-found', { id });
        if (current.status !== 'done' && current.status !== 'failed')
          throw errors('exhibit.not-examined', { id });
        const at = now().toISOString();
        const review: ExhibitReview = { decision, by, note: note ?? null, at };
        const reviewed: Exhibit = { ...current, review };
        await tx.addExhibitReview(id, review);
        await tx.updateExhibit(reviewed);
        const { verdict, probability } = current;
        await tx.append([
          {
            type: 'exhibit.reviewed',
            caseId,
            exhibitId: id,
            data: { decision, by, note: review.note, verdict, probability },
          },
        ]);
        await refreshCase(tx, record, at);
        return reviewed;
      });
    },

    async pages(exhibitId: string): Promise<ExhibitPage[]> {
      await exhibit(exhibitId);
      return store.pagesOf(exhibitId);
    },

    async findings(exhibitId: string): Promise<PageFinding[]> {
      await exhibit(exhibitId);
      return store.findingsOf(exhibitId);
    },

    /** @throws `page.no-template` where too little was read on the page to compare it with others */
    async comparedPage(exhibitId: string, number: number, blobs: BlobStore): Promise<ComparedPage> {
      const { reading, preview, width } = await this.page(exhibitId, number);
      const template = await store.templateOf(exhibitId, number);
      if (!template || !reading || !preview)
        throw errors('page.no-template', { id: exhibitId, page: number });
      return { template, reading, preview: await blobs.read(preview), width };
    },

    /**
     * One of a page's seals, from 1, as its page's picture shows it.
     *
     * @throws `page.no-seal`, `page.no-picture`
     */
    async picturedSeal(
      { exhibit: id, page }: PagePlace,
      place: number,
      blobs: BlobStore,
    ): Promise<PicturedSeal> {
      const { seals, preview, width } = await this.page(id, page);
      const seal = seals[place - 1];
      if (!seal) throw errors('page.no-seal', { id, page, seal: place });
      if (!preview) throw errors('page.no-picture', { id, page });
      return { seal, picture: await blobs.read(preview), part: { x: 0, y: 0, width } };
    },

    /**
     * Two pages of one case as WebP. Faces of different cases are not held against each other: nobody agreed to that.
     *
     * @throws `page.other-case`, `page.no-picture`
     */
    async portraitPages(
      places: readonly [PagePlace, PagePlace],
      blobs: BlobStore,
    ): Promise<[Uint8Array, Uint8Array]> {
      const [card, selfie] = [await exhibit(places[0].exhibit), await exhibit(places[1].exhibit)];
      if (card.caseId !== selfie.caseId) throw errors('page.other-case', { id: card.id, other: selfie.id });
      const picture = async ({ exhibit: id, page }: PagePlace) => {
        const { preview } = await this.page(id, page);
        if (!preview) throw errors('page.no-picture', { id, page });
        return blobs.read(preview);
      };
      return [await picture(places[0]), await picture(places[1])];
    },

    /** @throws `page.not-found` where there is no such page, or the exhibit is not examined yet */
    async page(exhibitId: string, number: number): Promise<ExhibitPage> {
      await exhibit(exhibitId);
      const page = (await store.pagesOf(exhibitId)).find((candidate) => candidate.page === number);
      if (!page) throw errors('page.not-found', { id: exhibitId, page: number });
      return page;
    },
  };
}
export type Cases = ReturnType<typeof createCases>;

/** Brings a locked case up to date with its exhibits and says so, unless nothing changed. */
export async function refreshCase(tx: CaseTransaction, record: Case, at: string): Promise<Case> {
  const outcome = caseOutcome(await tx.exhibitStates(record.id));
  const updated: Case = { ...record, ...outcome, updatedAt: at };
  await tx.updateCase(updated);
  if (outcome.status !== record.status || outcome.verdict !== record.verdict) {
    await tx.append([
      {
        type: 'case.updated',
        caseId: record.id,
        exhibitId: null,
        data: { status: outcome.status, verdict: outcome.verdict, probability: outcome.probability },
      },
    ]);
  }
  return updated;
}
