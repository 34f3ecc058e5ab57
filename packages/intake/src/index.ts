export { intakeError } from './errors.ts';
export type { Exhibit } from './exhibit.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export { type OpenOptions, openExhibit } from './open.ts';
export { type Sniffed, sniff } from './sniff.ts';
