export { findBurntBoxes, withoutBurntBoxes } from './burnt-boxes.ts';
export { overlap } from './overlap.ts';
