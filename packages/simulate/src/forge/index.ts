export { type DocumentSetOptions, type DocumentSetSummary, makeDocumentSet } from './document-set.ts';
export {
  ALL_OPERATIONS,
  HELD_OUT_OPERATIONS,
  IN_PLACE_OPERATIONS,
  OPERATIONS,
  type Operation,
} from './operations/index.ts';
export { PAGE_FAMILIES, type PageFamily } from './pages.ts';
export { forgeSample, type Sample, type SampleRequest } from './sample.ts';
export { isHeld, listSources, parseBoxes, type SourceFile, type Split, splitOf } from './sources.ts';
export { ALL_PIPELINES, PIPELINES, type Pipeline, type Source, type TextLine } from './types.ts';
