export { identityMismatches, type ReadPage } from './papers.ts';
export { type PortraitComparison, portraitMismatches } from './portrait.ts';
export { onRecord } from './record.ts';
export { voiceMismatches } from './voice.ts';
