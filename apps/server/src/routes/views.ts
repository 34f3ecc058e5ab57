import {
  Case,
  CaseSummary,
  Exhibit,
  ExhibitPage,
  ExhibitReview,
  type ExhibitPage as Page,
  PageFinding,
} from '@jianzhen/cases';
import { PageReport, Signature } from '@jianzhen/evidence/schemas';
import { Type } from 'typebox';
import { answer, ref } from '../http/schemas.ts';

const Link = Type.Union([Type.String(), Type.Null()]);

export const CaseDetail = Type.Object(
  { ...Case.properties, exhibits: Type.Array(Exhibit) },
  { $id: 'CaseDetail' },
);

export const CaseList = Type.Object(
  {
    cases: Type.Array(CaseSummary),
    /** Cursor of the next page; null on the last. */
    next: Link,
  },
  { $id: 'CaseList' },
);

/** A page with the paths where its pictures are; null where there is none. */
export const PageView = Type.Object(
  {
    ...Type.Omit(ExhibitPage, ['mask', 'heatmap', 'preview']).properties,
    image: Link,
    mask: Link,
    heatmap: Link,
  },
  { $id: 'PageView' },
);

export const ExhibitDetail = Type.Object(
  {
    ...Exhibit.properties,
    /** The last first. */
    reviews: Type.Array(ExhibitReview),
    pages: Type.Array(PageView),
  },
  { $id: 'ExhibitDetail' },
);

export const FindingList = Type.Object({ findings: Type.Array(PageFinding) }, { $id: 'FindingList' });

export const Received = Type.Object(
  {
    exhibits: Type.Array(Exhibit),
    /** Files that were not taken, each with the reason. */
    rejected: Type.Array(
      Type.Object({
        name: Type.String(),
        error: Type.Object({ code: Type.String(), message: PageFinding.properties.message }),
      }),
    ),
  },
  { $id: 'Received' },
);

const fileFacts = {
  file: Type.String(),
  sha256: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
};

export const CheckReport = Type.Object(
  {
    ...fileFacts,
    /** `mask` is a `data:image/png;base64,` address where `masks=true` was asked for and something was flagged. */
    pages: Type.Array(PageReport),
  },
  { $id: 'CheckReport' },
);

export const SignatureReport = Type.Object(
  { ...fileFacts, signatures: Type.Array(Signature) },
  { $id: 'SignatureReport' },
);

export const SealReport = Type.Object(
  {
    ...fileFacts,
    pages: Type.Array(
      Type.Object({ ...Type.Pick(PageReport, ['page', 'width', 'height', 'seals']).properties }),
    ),
  },
  { $id: 'SealReport' },
);

export const CodeReport = Type.Object(
  {
    ...fileFacts,
    pages: Type.Array(
      Type.Object({ ...Type.Pick(PageReport, ['page', 'width', 'height', 'codes']).properties }),
    ),
  },
  { $id: 'CodeReport' },
);

export const IdParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
export const PageParams = Type.Object({
  id: Type.String({ format: 'uuid' }),
  page: Type.Integer({ minimum: 1, maximum: 100_000 }),
});

export const views = {
  Case: answer('The case', ref(Case)),
  CaseDetail: answer('The case', ref(CaseDetail)),
  CaseList: answer('Cases, newest first', ref(CaseList)),
  Exhibit: answer('The exhibit', ref(Exhibit)),
  ExhibitDetail: answer('The exhibit', ref(ExhibitDetail)),
  FindingList: answer('Findings, in the order of pages', ref(FindingList)),
  Received: answer('What was taken and what was not', ref(Received)),
  CheckReport: answer('A report a page', ref(CheckReport)),
  SignatureReport: answer('Every signature of the file, in its order', ref(SignatureReport)),
  CodeReport: answer('The QR codes of every page, read and judged', ref(CodeReport)),
  SealReport: answer('The seals of every page', ref(SealReport)),
};

export function pageView(exhibitId: string, page: Page) {
  const { mask, heatmap, preview, ...rest } = page;
  const base = `/v1/exhibits/${exhibitId}/pages/${page.page}`;
  return {
    ...rest,
    image: preview && `${base}/image`,
    mask: mask && `${base}/mask`,
    heatmap: heatmap && `${base}/heatmap`,
  };
}
