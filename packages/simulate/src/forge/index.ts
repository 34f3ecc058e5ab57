export { type DocumentSetOptions, type DocumentSetSummary, makeDocumentSet } from './document-set.ts';
export { forgeSample, type Sample, type SampleRequest } from './sample.ts';
export { listSources, parseBoxes, type SourceFile, type Split, splitOf } from './sources.ts';
export { OPERATIONS, type Operation, PIPELINES, type Pipeline, type Source, type TextLine } from './types.ts';
