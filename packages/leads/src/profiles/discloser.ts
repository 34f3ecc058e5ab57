// H. Krawczyk, M. Bellare, R. Canetti: RFC 2104, HMAC (1997).
import { createHmac } from 'node:crypto';
import { errors } from '../errors.ts';
import type { Field, Profile } from './profile.ts';

/** A secret that lenders who want to compare hashes share, and the name of its period. */
export interface HashKey {
  /** Changes whenever the key does: hashes of different periods do not compare. */
  readonly id: string;
  /** At least 32 random bytes. */
  readonly secret: Uint8Array;
}

export interface Discloser {
  readonly profile: Profile;
  /** What the recipient gets to see of a value. */
  text(field: Field, value: string): string;
  /** An instant: whole, its month, or a keyed hash. */
  time(value: string | null): string | null;
  /** An amount in yuan: whole, its first digit, or nothing. */
  amount(value: number | null): number | null;
  /** A sentence in which values are told again: each is replaced by what `text` made of it. */
  sentence(text: string): string;
}

/** A few characters of both ends: a quarter of the text at the most. */
export function mask(value: string): string {
  const characters = [...value];
  const head = Math.min(3, Math.floor(characters.length / 4));
  const tail = Math.min(4, Math.floor(characters.length / 4));
  const hidden = '*'.repeat(Math.min(8, characters.length - head - tail));
  return characters.slice(0, head).join('') + hidden + characters.slice(characters.length - tail).join('');
}

/** @throws CodedError `leads.profile-needs-key` where the profile hashes and there is no key */
export function createDiscloser(profile: Profile, key: HashKey | null): Discloser {
  if (!key && Object.values(profile.fields).includes('hash'))
    throw errors('leads.profile-needs-key', { name: profile.profile });
  const told = new Map<string, string>();
  let pattern: RegExp | null = null;

  // The field is hashed along: a customer's number that happens to be a case's number must not look the same.
  const hashed = (field: string, value: string) =>
    `hmac-${key!.id}:${createHmac('sha256', key!.secret).update(`${field}\0${value}`).digest('hex').slice(0, 40)}`;

  const disclose = (field: Field, value: string) => {
    const action = profile.fields[field];
    return action === 'include' ? value : action === 'mask' ? mask(value) : hashed(field, value);
  };

  return {
    profile,
    text(field, value) {
      const shown = disclose(field, value);
      // Numbers of source records are often mere row numbers: in sentences those would be any number.
      const spoken = field !== 'sourceId' && field !== 'sourceHash';
      if (spoken && shown !== value && value !== '' && !told.has(value)) {
        told.set(value, shown);
        pattern = null;
      }
      return shown;
    },
    time(value) {
      if (value === null || profile.fields.time === 'include') return value;
      return profile.fields.time === 'mask' ? value.slice(0, 7) : hashed('time', value);
    },
    amount(value) {
      if (value === null || profile.fields.amount === 'include') return value;
      if (profile.fields.amount === 'hash' || value <= 0) return null;
      const unit = 10 ** Math.floor(Math.log10(value));
      return Math.floor(value / unit) * unit;
    },
    sentence(text) {
      if (told.size === 0) return text;
      // Longest first, so that a value within another does not tear it apart.
      pattern ??= new RegExp(`(?<![A-Za-z0-9])(?:${alternatives(told.keys())})(?![A-Za-z0-9])`, 'g');
      return text.replace(pattern, (value) => told.get(value)!);
    },
  };
}

const alternatives = (values: Iterable<string>) =>
  [...values]
    .toSorted((a, b) => b.length - a.length)
    .map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
