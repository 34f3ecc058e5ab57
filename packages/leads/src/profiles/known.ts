import { readFileSync } from 'node:fs';
import { errors } from '../errors.ts';
import { type Profile, parseProfile } from './profile.ts';

export const PROFILE_NAMES = ['police', 'regulator', 'lender'] as const;

/** One of the profiles that come along. @throws CodedError `leads.profile-unknown` */
export function knownProfile(name: string): Profile {
  if (!PROFILE_NAMES.some((known) => known === name))
    throw errors('leads.profile-unknown', { name, known: PROFILE_NAMES.join(', ') });
  return parseProfile(readFileSync(new URL(`configurations/${name}.json`, import.meta.url), 'utf8'));
}
