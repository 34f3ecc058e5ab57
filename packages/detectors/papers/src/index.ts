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
export { judgedDigits } from './typography/judged.ts';
export { pageScore, type TypographyModel, typographyModel } from './typography/model.ts';
export {
  openTypographyNetwork,
  type TypographyNetwork,
  type TypographyNetworkOptions,
} from './typography/network/network.ts';
export { type PageTokens, pageTokens } from './typography/network/tokens.ts';
export { printedNumbers } from './typography/numbers.ts';
