export { fingerprint } from './fingerprint.ts';
export {
  createTemplateIndex,
  type SearchOptions,
  type TemplateCandidate,
  type TemplateIndex,
} from './search/index.ts';
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
