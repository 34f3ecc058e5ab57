export { INFLATE_BUDGET, StreamDecoder } from './filters.ts';
export { PdfHistory, type ReadingBudget, readingBudget } from './history.ts';
export { type IndirectObject, readIndirectObject } from './object-reader.ts';
export { digestPage, type PageDigest } from './page-digest.ts';
export { type PageNode, type PageTree, pagesOf, pageTreeOf } from './page-tree.ts';
export { Parser } from './parser.ts';
export type { Revision } from './revision.ts';
export * from './values.ts';
export type { Entry } from './xref.ts';
