export { openCodeJudge } from './code-judge.ts';
export { createComplaintReader } from './complaints.ts';
export { createGangMiner } from './gang-miner.ts';
export { inOrder, type Outcome } from './in-order.ts';
export {
  examineLabelled,
  type LabelledSample,
  type MeasuredOutcome,
  manifestSamples,
} from './labelled-set.ts';
export { type HandOver, type LeadDesk, type LeadOrder, openLeadDesk } from './leads/desk.ts';
export { modelsOfGangs } from './leads/generator.ts';
export { leadFromStore } from './leads/store-source.ts';
export { type LinkJudgeOptions, openLinkJudge, readUrlModel } from './link-judge.ts';
export {
  comparePortraits,
  drawDifference,
  openSealMatcher,
  openTemplateMatcher,
  openVoiceMatcher,
} from './matchers.ts';
export { operatingPoints, sealLocator, sealOrigin, typographyNetwork } from './model.ts';
export { createEngine } from './pool.ts';
export { drawSealDifference } from './seal-difference.ts';
export { SEALS_RELATED_FROM } from './seal-matcher.ts';
export { openSealNetwork } from './seal-network.ts';
export { openSealReader } from './seal-reader.ts';
export type { Engine, EngineOptions, ExaminedPage, ExamineInput, ExamineResult } from './types.ts';
export {
  openEars,
  readBackEnd,
  readModelCard,
  readSpeakerModel,
  readSpoofModel,
  type VoiceModelFiles,
  voiceModelFiles,
} from './voices/models.ts';
