export {
  createScripts,
  type Joined,
  type ScriptLink,
  type ScriptOptions,
  type Scripts,
} from './cluster/index.ts';
export { createScriptDetector, type ScriptDetector } from './detector.ts';
export { errors } from './errors.ts';
export {
  digestOf,
  FEWEST_SHINGLES,
  fingerprintFromText,
  fingerprintText,
  fingerprintToText,
  type ScriptFingerprint,
} from './fingerprint/index.ts';
export {
  compareFingerprints,
  compareTexts,
  isLink,
  type LinkFeatures,
  type LinkModel,
  linkFeatures,
  linkModel,
  linkProbability,
  type ScriptLikeness,
} from './link/index.ts';
export {
  createScriptIndex,
  type ScriptIndex,
  type ScriptMatch,
  type ScriptSearch,
  scriptIndexFromBytes,
} from './lsh/index.ts';
export { agreement, SLOTS } from './minhash/index.ts';
export { type NormalisedText, normalise, SLOT_NAMES, type SlotKind, slotOf } from './normalise/index.ts';
export {
  type Disguise,
  findPhrases,
  PHRASES,
  type Phrase,
  type PhraseMatch,
  type PhraseSort,
} from './phrases/index.ts';
export {
  type PhraseFeatures,
  type PhraseModel,
  phraseFeatures,
  phraseModel,
  phraseProbability,
} from './phrases/weigh.ts';
export { resemblance, shingles } from './shingle/index.ts';
export {
  compareWithTemplate,
  recoverTemplate,
  slotName,
  type Template,
  type TemplateComparison,
  type TemplatePart,
  type TemplateSlot,
  type TemplateSpan,
  templateText,
} from './template/index.ts';
export type * from './types.ts';
