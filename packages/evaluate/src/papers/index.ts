export { editDistance, type LineError, lineErrors, plainText } from './characters.ts';
export { type LabelledPaper, parsePaperManifest } from './manifest.ts';
export {
  type FieldRow,
  fieldTable,
  type PaperMetrics,
  type PaperRow,
  paperIntervals,
  paperMetrics,
  paperTable,
} from './metrics.ts';
export { fieldOutcomes, type PaperLabels, paperOutcome, textErrors } from './outcome.ts';
export { nearestStretch, placelessErrors } from './placeless.ts';
export { type SroieKey, sroieDay, sroieOutcomes } from './sroie.ts';
export { paperTruth } from './truth.ts';
export type {
  FieldOutcome,
  PaperOutcome,
  PaperReading,
  PaperTruth,
  TrueLine,
} from './types.ts';
