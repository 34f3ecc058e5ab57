import { type Message, TRACE_KINDS } from '@jianzhen/evidence';
import { errors } from '../errors.ts';

export const ACTIONS = ['include', 'mask', 'hash'] as const;
/** `mask` keeps a few characters; `hash` replaces by a keyed hash, the same for the same value under the same key. */
export type Action = (typeof ACTIONS)[number];

export const EXHIBIT_ACTIONS = ['include', 'hash', 'omit'] as const;
/** The file itself, its digests only, or nothing. */
export type ExhibitAction = (typeof EXHIBIT_ACTIONS)[number];

export const FIELDS = [
  'case',
  'customer',
  'lender',
  'amount',
  'time',
  'exhibitName',
  'sourceId',
  'sourceHash',
  ...TRACE_KINDS.map((kind) => `trace.${kind}` as const),
] as const;
export type Field = (typeof FIELDS)[number];

/** How much of whom a kind of recipient gets to know. */
export interface Profile {
  readonly profile: string;
  readonly title: Message;
  readonly exhibits: ExhibitAction;
  /** Findings with their pictures. */
  readonly findings: 'include' | 'omit';
  readonly fields: Readonly<Record<Field, Action>>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A profile out of a configuration's text: every field must be decided. @throws CodedError `leads.profile-unreadable`, `leads.profile-invalid` */
export function parseProfile(text: string): Profile {
  let read: Partial<Record<string, unknown>>;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw errors('leads.profile-unreadable', { detail: (cause as Error).message }, { cause });
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw errors('leads.profile-unreadable', { detail: 'not an object' });
  const invalid = (field: string, detail: string) => errors('leads.profile-invalid', { field, detail });
  const oneOf = <T extends string>(field: string, value: unknown, allowed: readonly T[]): T => {
    if (!allowed.includes(value as T))
      throw invalid(field, `${JSON.stringify(value)}: ${allowed.join(' | ')}`);
    return value as T;
  };
  const known = ['profile', 'title', 'exhibits', 'findings', 'fields'];
  const stranger = Object.keys(read).find((key) => !known.includes(key));
  if (stranger) throw invalid(stranger, 'unknown');
  const { profile, title, fields } = read;
  if (!isText(profile) || !/^[a-z][a-z0-9-]{0,30}$/.test(profile)) throw invalid('profile', 'a-z, 0-9, -');
  const { zh, en } = (title ?? {}) as Partial<Message>;
  if (!isText(zh) || !isText(en)) throw invalid('title', 'zh, en');
  if (typeof fields !== 'object' || fields === null) throw invalid('fields', 'missing');
  const given = fields as Readonly<Record<string, unknown>>;
  const odd = Object.keys(given).find((field) => !FIELDS.includes(field as Field));
  if (odd) throw invalid(`fields.${odd}`, 'unknown');
  return {
    profile,
    title: { zh, en },
    exhibits: oneOf('exhibits', read.exhibits, EXHIBIT_ACTIONS),
    findings: oneOf('findings', read.findings, ['include', 'omit']),
    // A field that a profile forgets would be disclosed or withheld by accident.
    fields: Object.fromEntries(
      FIELDS.map((field) => [field, oneOf(`fields.${field}`, given[field], ACTIONS)]),
    ) as Record<Field, Action>,
  };
}
