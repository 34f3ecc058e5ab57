export * from './labels.ts';
export { polygonOverlap } from './overlap.ts';
export * from './reading.ts';
