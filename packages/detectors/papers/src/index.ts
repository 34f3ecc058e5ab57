export type { CheckContext } from './checks/types.ts';
export { createPapersDetector, type PapersInput, type PapersOptions } from './detector.ts';
export { errors } from './errors.ts';
export type { Field, ReadTable } from './fields/types.ts';
export { type InterpretOptions, interpretPage, type PageReading } from './interpret.ts';
export { builtInKinds, commonSpec } from './kinds/built-in.ts';
export { type Classification, classify, type KindScore, type Reason } from './kinds/classify.ts';
export { parseKind } from './kinds/load.ts';
export type { KindSpec } from './kinds/schema.ts';
export {
  type Network,
  type Networks,
  openNetworks,
  openReader,
  openRecogniser,
  type Reader,
  type ReaderOptions,
  readerWith,
  recogniserWith,
  type StripReading,
  type StripRecogniser,
} from './ocr/index.ts';
export { type ReadingModel, readingModel } from './reading/trust.ts';
export * from './rules/index.ts';
export * from './template/index.ts';
export type {
  Point,
  RecognisedCharacter,
  RecognisedLine,
  RecognisedPage,
  RecognisedTable,
  RecognisedText,
  TableCell,
} from './text.ts';
export { inspectTypography, type TypographyReport } from './typography/index.ts';
export { pageScore, type TypographyModel, typographyModel } from './typography/model.ts';
export { printedNumbers } from './typography/numbers.ts';
export { type Segment, typographySegments } from './typography/page.ts';
export { shapeDistance } from './typography/shape.ts';
