export * from './calibration.ts';
export * from './detector.ts';
export * from './errors.ts';
export * from './facts.ts';
export * from './message.ts';
export { type Bands, sortByBands } from './neighbours/bands.ts';
export { growingSegments, type Segment } from './neighbours/segments.ts';
export { once } from './once.ts';
export * from './order.ts';
export * from './people/index.ts';
// Types alone: the schemas load a validator of 370 modules, which every worker thread would carry for nothing.
export type * from './schemas/index.ts';
export * from './tables.ts';
export * from './told.ts';
export { TRACE_KINDS } from './trace-kinds.ts';
export * from './trees.ts';
export * from './verdict.ts';
export * from './words.ts';
