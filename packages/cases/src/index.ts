export * from './alert.ts';
export * from './cursor.ts';
export { errors } from './errors.ts';
export * from './events.ts';
export * from './gang.ts';
export {
  identityMismatches,
  type PortraitComparison,
  portraitMismatches,
  type ReadPage,
  voiceMismatches,
} from './identity/index.ts';
export * from './ids.ts';
export * from './model.ts';
export type * from './ports/index.ts';
export * from './services/alerts.ts';
export * from './services/campaigns.ts';
export * from './services/cases.ts';
export * from './services/delivering.ts';
export * from './services/examination.ts';
export * from './services/forgetting.ts';
export * from './services/gangs.ts';
export * from './services/intake.ts';
export * from './services/mining.ts';
export * from './services/scans.ts';
export * from './services/voices.ts';
export * from './verdict.ts';
export * from './voiceprint.ts';
export { CALLERS, type CallRules, type HeardVoices, hearVoices } from './voices/hear.ts';
export * from './voices/odds.ts';
