export { isConfirmed, READ_FROM } from './confirm.ts';
export { createSealDetector, type SealInput, type SealOptions } from './detector.ts';
export { errors } from './errors.ts';
export { codesOf, type Discriminants, VIEW, viewOf } from './fingerprint/code.ts';
export { alignImprints, type ImprintFeatures, type LaidPair } from './fingerprint/imprint.ts';
export {
  compareSeals,
  type Differing,
  fingerprintSeal,
  imprintFromText,
  imprintLikeness,
  type ReadImprint,
  type ReadWords,
  SEARCH_CODES,
  type SealFingerprint,
  type SealFingerprints,
  type SealLikeness,
  searchCodes,
  templateFromText,
  wordsDiffer,
} from './fingerprint/index.ts';
export { networkLogOdds } from './fingerprint/likeness.ts';
export { type ImprintNetwork, openImprintNetwork } from './fingerprint/network.ts';
export { type PolarMap, polarMap, SECTORS } from './fingerprint/polar.ts';
export {
  ASKED_FROM,
  imprintLogOdds,
  type PairModel,
  sameImprintByTrees,
  sameTemplateProbability,
  type Weights,
} from './fingerprint/weigh.ts';
export { checkSector } from './issuer/index.ts';
export { type LocateOptions, locateSeals } from './locate/index.ts';
export { type LocatorNetwork, openLocatorNetwork } from './locate/network.ts';
export { LOCATOR_PLANES, type LocatorPlanes, locatorPlanes } from './locate/planes.ts';
export { DIFFERING_MESSAGES } from './messages.ts';
export { judgeOrigin, type MeasuredOrigin, measureOrigin, type OriginJudgement } from './origin/index.ts';
export { layerLogOdds, layerProbability, type OriginModel, originModel } from './origin/model.ts';
export { type OriginNetwork, openOriginNetwork } from './origin/network.ts';
export { type OriginPlanes, originPlanes, PLANES } from './origin/planes.ts';
export { type ConfirmedSeal, confirmSeals } from './place.ts';
export { readSeal, readSeals, type SealReader } from './read/index.ts';
export { type Language, type LanguageModel, openLanguage, STEPS_A_NAT } from './read/language.ts';
export {
  type LaidSeal,
  layOutAt,
  layOutSeals,
  type RoundLayout,
  type UnrolledSeal,
  unrollRound,
} from './read/layout.ts';
export { type NumberNetwork, openNumberNetwork } from './read/numbers/network.ts';
export { codeAsPart, linePart, titlePart } from './read/parts.ts';
export { type Part, type Rendering, renderPart } from './read/render.ts';
export { squareLooks } from './read/square.ts';
export { rectifySeal } from './rectify/index.ts';
export { type PageSeal, pageSeal } from './rectify/page-seal.ts';
export {
  checkRules,
  type RuleBreach,
  type RuledSeal,
  type RuleOptions,
  type RuleTolerances,
} from './rules/index.ts';
export { CODE_WORDS, createSealIndex, type SealIndex, type SealMatch } from './search/index.ts';
export type { SealNetworkOptions } from './session.ts';
export { compareWithSpecimen, type SpecimenComparison } from './specimen/index.ts';
export { compareGeometry } from './template/compare.ts';
export { geometryOf } from './template/geometry.ts';
export type * from './types.ts';
export { openRingNetwork, type RingNetwork } from './unroll/network.ts';
export { ringPoint } from './unroll/ring.ts';
