export { createDiscloser, type Discloser, type HashKey } from './discloser.ts';
export { knownProfile, PROFILE_NAMES } from './known.ts';
export { type Profile, parseProfile } from './profile.ts';
