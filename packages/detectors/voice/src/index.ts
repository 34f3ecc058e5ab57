export {
  type BackEnd,
  type BackEndFile,
  type Band,
  type BandFile,
  createBackEnd,
  falseAlarmsOfList,
  lengthMeasure,
  openBackEnd,
  type Projection,
  project,
  type RatePoint,
  type RatioCalibration,
  ratioForList,
  type Template,
} from './back-end/index.ts';
export { clusterVoices, MOST_RECORDINGS } from './cluster/index.ts';
export { type Enrolment, enrol, type LeftOut, type Recording } from './enrol/index.ts';
export { errors } from './errors.ts';
export { type Ears, type HeardChannel, type HeardVoices, hearVoices, voiceOf } from './hear/index.ts';
export {
  type Candidate,
  createVoiceList,
  type Identification,
  type IdentifyOptions,
  type VoiceList,
} from './identify/list.ts';
export { FEATURE_BANDS, openSpeakerModel, type SpeakerModelOptions } from './model/open.ts';
export type { Features, Guard, ModelCard, ModelIdentity, SpeakerModel } from './model/types.ts';
export {
  LEAST_SPOOF_SECONDS,
  openSpoofModel,
  SPOOF_MESSAGES,
  type Spoof,
  type SpoofCode,
  type SpoofHead,
  type SpoofModel,
  type SpoofReason,
  spoof,
  spoofFeatures,
  spoofScore,
  standardised,
} from './spoof/index.ts';
export { verify } from './verify.ts';
export { type EmbeddedPiece, joinVoiceprints, voiceprintOf } from './voiceprint.ts';
