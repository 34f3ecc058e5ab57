export { BRANDS, type Brand } from './brands/table.ts';
export { belongsTo, type HostFacts, hostFacts } from './host/facts.ts';
export { SHORTENERS } from './host/services.ts';
export {
  createJudge,
  type Judge,
  type JudgeOptions,
  judgePayload,
  judgeUrl,
  listedRisk,
  type PayloadContext,
} from './judge.ts';
export { type Link, parseLink } from './link.ts';
export { exactExpression, expressions } from './lists/expressions.ts';
export {
  buildLists,
  type ListKind,
  type ListName,
  type ListSource,
  type Lists,
  openLists,
} from './lists/format.ts';
export { type ParsedList, parseList, type ReadIncluded, type SkippedLine } from './lists/sources.ts';
export {
  FEATURE_GROUPS,
  FEATURES,
  type FeatureGroup,
  type LinkEvidence,
  linkEvidence,
  type Readers,
} from './model/features.ts';
export { FIELDS, linkSlots } from './model/fields.ts';
export {
  groupWeights,
  type Levels,
  linkProbability,
  openUrlModel,
  type UrlModel,
  type UrlModelFile,
} from './model/model.ts';
export { eachTrigram, type NameModel, nameScores, TRIGRAM_SCALE } from './model/names.ts';
export { share, type TextModel, textScores } from './model/text.ts';
export type { LinkFollower, ThreatLookup } from './ports.ts';
export {
  type CodeTrace,
  codeTraces,
  domainTrace,
  payloadKey,
  payloadSubject,
  payloadTrace,
} from './traces.ts';
export type { Overruling, UrlContext } from './verdict.ts';
