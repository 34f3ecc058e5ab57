export { inOrder, type Outcome } from './in-order.ts';
export {
  examineLabelled,
  type LabelledSample,
  type MeasuredOutcome,
  manifestSamples,
} from './labelled-set.ts';
export { operatingPoints } from './model.ts';
export { createEngine } from './pool.ts';
export { drawDifference, openTemplateMatcher } from './templates.ts';
export type { Engine, EngineOptions, ExaminedPage, ExamineInput, ExamineResult } from './types.ts';
