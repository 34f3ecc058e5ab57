import { Finding, Message, PageReport, Verdict } from '@jianzhen/evidence/schemas';
import { type Static, Type } from 'typebox';
import { Id, Instant, nullable, Probability } from './parts.ts';

export const ExhibitStatus = Type.Union(
  [Type.Literal('queued'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')],
  { $id: 'ExhibitStatus' },
);
export type ExhibitStatus = Static<typeof ExhibitStatus>;

/** `empty`: no exhibit yet; `examining`: one or more queued or running; `done`: all done or failed. */
export const CaseStatus = Type.Union(
  [Type.Literal('empty'), Type.Literal('examining'), Type.Literal('done')],
  { $id: 'CaseStatus' },
);
export type CaseStatus = Static<typeof CaseStatus>;

/** Why an exhibit failed: a stable code and a sentence for people. */
export const Failure = Type.Object({ code: Type.String(), message: Message }, { $id: 'Failure' });
export type Failure = Static<typeof Failure>;

/** What a file says of itself, whoever wrote it there: hints, not evidence. */
export const Told = Type.Object(
  {
    /** EXIF orientation 1–8. Pages and pictures are as stored; who shows them turns them. */
    orientation: Type.Integer({ minimum: 1, maximum: 8 }),
    /** EXIF, XMP and PDF fields by their standard names. */
    metadata: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()])),
  },
  { $id: 'Told' },
);
export type Told = Static<typeof Told>;

/** What a person found an exhibit to be. */
export const ExhibitDecision = Type.Enum(['genuine', 'forged'], { $id: 'ExhibitDecision' });
export type ExhibitDecision = Static<typeof ExhibitDecision>;

/** A person's word on an exhibit. The last one counts; the earlier ones stay on record. */
export const ExhibitReview = Type.Object(
  { decision: ExhibitDecision, by: Type.String(), note: nullable(Type.String()), at: Instant },
  { $id: 'ExhibitReview' },
);
export type ExhibitReview = Static<typeof ExhibitReview>;

/** One file of a case, and what became of its examination. */
export const Exhibit = Type.Object(
  {
    id: Id,
    caseId: Id,
    name: Type.String(),
    /** As sniffed once examined; until then as the sender declared it. */
    mediaType: Type.String(),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    status: ExhibitStatus,
    /** Examinations begun so far, the present one included. */
    attempts: Type.Integer({ minimum: 0 }),
    /** What the examination says; it stays what it was whatever a person decides. */
    verdict: nullable(Verdict),
    probability: nullable(Probability),
    /** The last person's word; it counts for the case in place of the examination's. */
    review: nullable(ExhibitReview),
    pageCount: nullable(Type.Integer({ minimum: 0 })),
    /** Null until examined. */
    told: nullable(Told),
    error: nullable(Failure),
    createdAt: Instant,
    startedAt: nullable(Instant),
    finishedAt: nullable(Instant),
  },
  { $id: 'Exhibit' },
);
export type Exhibit = Static<typeof Exhibit>;

export const ExhibitCounts = Type.Object(
  {
    total: Type.Integer({ minimum: 0 }),
    queued: Type.Integer({ minimum: 0 }),
    running: Type.Integer({ minimum: 0 }),
    done: Type.Integer({ minimum: 0 }),
    failed: Type.Integer({ minimum: 0 }),
  },
  { $id: 'ExhibitCounts' },
);
export type ExhibitCounts = Static<typeof ExhibitCounts>;

/** One value, or several: telephones, cards, a former name, one in Latin letters. */
const values = (maxLength: number) => {
  const value = Type.String({ minLength: 1, maxLength });
  return Type.Optional(Type.Union([value, Type.Array(value, { minItems: 1, maxItems: 20 })]));
};

/** What the lender has on record of the customer: papers of the case are held against it. */
export const CustomerRecord = Type.Object(
  { name: values(60), identityNumber: values(24), phone: values(24), bankCard: values(32) },
  { $id: 'CustomerRecord', additionalProperties: false },
);
export type CustomerRecord = Static<typeof CustomerRecord>;

/** What a complaint's words say, with the places that say it, in UTF-16 units of the text, `end` exclusive. */
export const ComplaintFinding = Type.Object(
  {
    ...Finding.properties,
    spans: Type.Array(
      Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }),
    ),
  },
  { $id: 'ComplaintFinding' },
);
export type ComplaintFinding = Static<typeof ComplaintFinding>;

export const Complaint = Type.Object(
  { text: Type.String(), findings: Type.Array(ComplaintFinding) },
  { $id: 'Complaint' },
);
export type Complaint = Static<typeof Complaint>;

/** One complaint or application of one customer at one lender. */
export const Case = Type.Object(
  {
    id: Id,
    /** The lender's own number of the case. */
    reference: nullable(Type.String()),
    title: nullable(Type.String()),
    /** Whose case it is and where, by the lender's own numbers. */
    customerId: nullable(Type.String()),
    lenderId: nullable(Type.String()),
    customer: nullable(CustomerRecord),
    /** The customer's own words, and what was found in them. */
    complaint: nullable(Complaint),
    status: CaseStatus,
    /** Of the worst exhibit examined so far, persons' words before the examination's; null before the first. */
    verdict: nullable(Verdict),
    /** That at least one exhibit is forged. */
    probability: nullable(Probability),
    counts: ExhibitCounts,
    createdAt: Instant,
    updatedAt: Instant,
  },
  { $id: 'Case' },
);
export type Case = Static<typeof Case>;

/** A case as lists show it: without what the lender has on record of the person, and without their words. */
export const CaseSummary = Type.Object(Type.Omit(Case, ['customer', 'complaint']).properties, {
  $id: 'CaseSummary',
});
export type CaseSummary = Static<typeof CaseSummary>;

/** A page as it was examined. Regions of its findings are in pixels of `width` × `height`. */
export const ExhibitPage = Type.Object(
  {
    ...Type.Omit(PageReport, ['file', 'pages', 'findings', 'mask']).properties,
    /** SHA-256 of pictures in the blob store: mask (grey PNG), heat map (RGBA PNG) and the page to look at (WebP). */
    mask: nullable(Type.String()),
    heatmap: nullable(Type.String()),
    preview: nullable(Type.String()),
    statistics: Type.Record(Type.String(), Type.Number()),
    timings: Type.Record(Type.String(), Type.Number()),
  },
  { $id: 'ExhibitPage' },
);
export type ExhibitPage = Static<typeof ExhibitPage>;

export const PageFinding = Type.Object(
  { page: Type.Integer({ minimum: 1 }), ...Finding.properties },
  { $id: 'PageFinding' },
);
export type PageFinding = Static<typeof PageFinding>;
