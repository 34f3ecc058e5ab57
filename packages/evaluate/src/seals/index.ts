export { findBurntBoxes, withoutBurntBoxes } from './burnt-boxes.ts';
export * from './detection.ts';
export { overlap } from './overlap.ts';
export {
  LEGIBLE_CODE_WIDTH,
  type ReadableSeal,
  type SealTextOutcome,
  type SealTextRow,
  type SealWording,
  sealTextOutcomes,
  sealTextTable,
  similarity,
} from './text.ts';
