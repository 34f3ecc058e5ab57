import { hash } from 'node:crypto';
import type { Code, TraceKind } from '@jianzhen/evidence';
import type { Payload } from '../types.ts';
import { ownerOf } from './brands/match.ts';
import { belongsTo } from './host/facts.ts';
import { BUILDERS, SHORTENERS } from './host/services.ts';
import { type Link, parseLink } from './link.ts';
import { exactExpression } from './lists/expressions.ts';

/** What ties cases together by a code. */
export interface CodeTrace {
  readonly kind: Extract<TraceKind, 'qr_payload' | 'domain'>;
  readonly value: string;
}

/** A longer payload is known by its hash. */
const LONGEST = 200;

/**
 * One payload under one name, however it was written: a link as its expression without scheme and `www.`, anything else with its white space
 * folded; beyond 200 characters the SHA-256 of that.
 */
export function payloadTrace(text: string): string {
  const folded = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  const link = parseLink(folded);
  const name = link
    ? exactExpression(link)
        .replace(/^www\./, '')
        .replace(/\/$/, '')
    : folded;
  return name.length > LONGEST ? `sha256:${hash('sha256', name)}` : name;
}

/** The same of a payload that was understood: its outermost link, or kind and details where it has none. */
export function payloadKey({ kind, details, links }: Payload): string {
  const [outermost] = links;
  if (outermost !== undefined) return payloadTrace(outermost);
  const told = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
  return payloadTrace(`${kind}:${told.map(([name, value]) => `${name}=${value}`).join(';')}`);
}

/** What a link is known by: the registrable domain, the whole host where strangers share the domain; nobody for a brand's own or a shortener. */
export function domainTrace(link: Link): string | null {
  if (belongsTo(link.host, SHORTENERS)) return null;
  const owner = ownerOf(link.host);
  if (owner) return null;
  return belongsTo(link.host, BUILDERS) ? link.host : link.domain;
}

/** Kinds whose payloads carry keys and passwords, which are kept nowhere. */
const SECRET: ReadonlySet<string> = new Set(['otpauth', 'wifi', 'crypto', 'login', 'app-link']);
/** What of those kinds holds none: a bare address. */
const OPEN = /^[\w:.-]{20,120}$/;

/** What a payload is known by, without secrets: a link or text as it is, of what carries a key its hash. */
export function payloadSubject({ kind, text, links }: Pick<Code, 'kind' | 'text' | 'links'>): string {
  if (!SECRET.has(kind) || (kind === 'crypto' && OPEN.test(text))) return payloadTrace(links[0] ?? text);
  return `${kind} sha256:${hash('sha256', text.normalize('NFC').trim())}`;
}

/** Traces of a code: what it is known by, and the domains of its links. */
export function codeTraces(text: string, payload: Payload): CodeTrace[] {
  const domains = payload.links.flatMap((each) => {
    const link = parseLink(each);
    return (link && domainTrace(link)) ?? [];
  });
  return [
    { kind: 'qr_payload', value: payloadSubject({ ...payload, text, links: [...payload.links] }) },
    ...[...new Set(domains)].map((value) => ({ kind: 'domain' as const, value })),
  ];
}
