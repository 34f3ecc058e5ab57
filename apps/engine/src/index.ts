export { createEngine } from './pool.ts';
export { operatingPoints } from './registry.ts';
export type { Engine, EngineOptions, ExaminedPage, ExamineInput, ExamineResult } from './types.ts';
