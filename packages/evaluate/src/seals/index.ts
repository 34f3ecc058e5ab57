export { findBurntBoxes, withoutBurntBoxes } from './burnt-boxes.ts';
export * from './detection.ts';
export { overlap } from './overlap.ts';
