export { compareTemplates, type TemplateComparison } from './compare.ts';
export {
  type PageWithImage,
  type SwappedRegion,
  type TemplateDifference,
  templateDifference,
} from './difference/index.ts';
export { fingerprint, fingerprintOf, type PageMarks } from './fingerprint.ts';
export {
  createTemplateIndex,
  type SearchOptions,
  type TemplateCandidate,
  type TemplateIndex,
  WORTH_COMPARING,
} from './search/index.ts';
export { materialFromBytes, materialToBytes } from './serial/material.ts';
export { sketchFromText, sketchToText } from './serial/sketch.ts';
export { SLOTS as SKETCH_SLOTS } from './sketch/index.ts';
export type {
  PagePicture,
  TemplateFill,
  TemplateFingerprint,
  TemplateMark,
  TemplateMaterial,
  TemplateRule,
  TemplateWord,
} from './types.ts';
export { type PageAlignment, type Verification, verifyTemplate } from './verify/index.ts';
export { type TemplateRelation, type WeighedTemplate, weighTemplate } from './weigh.ts';
