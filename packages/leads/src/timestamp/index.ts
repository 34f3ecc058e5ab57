export { askTimestamp, type Stamped, type TimestampAuthority } from './ask.ts';
export { type VerifiedTimestamp, verifyTimestamp } from './verify.ts';
