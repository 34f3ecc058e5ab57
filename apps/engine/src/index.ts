export { inOrder, type Outcome } from './in-order.ts';
export {
  examineLabelled,
  type LabelledSample,
  type MeasuredOutcome,
  manifestSamples,
} from './labelled-set.ts';
export { createEngine } from './pool.ts';
export { operatingPoints } from './registry.ts';
export type { Engine, EngineOptions, ExaminedPage, ExamineInput, ExamineResult } from './types.ts';
