export { CONTRADICTION_SORTS, CONTRADICTIONS, type ContradictionSort } from './contradictions.ts';
export type { FaceFamilies, FaceSet } from './faces.ts';
export { makePaper, PAPER_CAPTURES, type PaperCapture, type PaperRequest } from './page.ts';
export {
  type MadeRecord,
  makeRecords,
  PERSONAL_KINDS,
  planPersonalPapers,
  RECORD_SUBJECTS,
  type RecordSort,
  type RecordSubject,
} from './records.ts';
export { PAPER_KINDS, type PaperSetOptions, paperName, planPapers } from './set.ts';
export type { PaperContext, PaperFile, PaperTruth } from './types.ts';
