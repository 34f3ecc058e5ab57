// OASIS, STIX Version 2.1 (2021): bundle (8), common properties (3.2), threat-actor (4.17), identity (4.5), incident (4.7),
// relationship (5.1), observables (6), extension definitions (7.3).
import { isIP } from 'node:net';
import { canonical } from '../canonical.ts';
import type { LeadView, TraceView } from '../view/index.ts';
import { uuidV5 } from './uuid.ts';

/** Namespace of ids of observables (2.9). */
const OBSERVABLES = '00abedb4-aa42-466c-9c01-fed23315a9b7';
/** Ours, for all other objects: an id of the same thing in the same package is the same. */
const OURS = uuidV5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:jianzhen:lead');

export type StixObject = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

export interface StixFacts {
  readonly package: string;
  /** ISO 8601, milliseconds, UTC. */
  readonly madeAt: string;
  readonly organisation: string;
}

const EXTENSION = 'extension-definition';

/** The bundle as JSON text in pieces: gangs of thousands of cases are never one string. */
export function* stixBundle(view: LeadView, facts: StixFacts): Generator<Uint8Array> {
  const id = `bundle--${uuidV5(OURS, facts.package)}`;
  let text = `{"type":"bundle","id":"${id}","objects":[\n`;
  let first = true;
  for (const object of stixObjects(view, facts)) {
    text += `${first ? '' : ',\n'}${JSON.stringify(object)}`;
    first = false;
    if (text.length < 1 << 16) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}\n]}\n`);
}

export function* stixObjects(view: LeadView, facts: StixFacts): Generator<StixObject> {
  const idOf = (type: string, name: string) =>
    `${type}--${uuidV5(OURS, `${facts.package}\0${type}\0${name}`)}`;
  const maker = idOf('identity', 'maker');
  const common = (type: string, name: string) => ({
    type,
    spec_version: '2.1',
    id: idOf(type, name),
    created: facts.madeAt,
    modified: facts.madeAt,
    ...(type === 'identity' && name === 'maker' ? {} : { created_by_ref: maker }),
  });
  const relation = (kind: string, from: string, to: string) => ({
    ...common('relationship', `${kind} ${from} ${to}`),
    relationship_type: kind,
    source_ref: from,
    target_ref: to,
  });

  yield { ...common('identity', 'maker'), name: facts.organisation, identity_class: 'organization' };
  yield {
    ...common(EXTENSION, 'trace'),
    name: 'Jianzhen trace',
    description: 'What ties cases together and has no observable of STIX: its kind and value.',
    schema: 'kind: string, value: string',
    version: '1.0',
    extension_types: ['new-sco'],
  };
  const { gang } = view;
  const actor = idOf('threat-actor', gang.gang);
  // STIX counts confidence in 0–100 (3.2).
  const confidence = Math.round(100 * gang.score);
  yield {
    ...common('threat-actor', gang.gang),
    name: gang.gang,
    description: gang.reasons.map(({ message }) => message.zh).join('\n'),
    threat_actor_types: ['crime-syndicate'],
    roles: [gang.role === 'forger' ? 'infrastructure-architect' : 'agent'],
    confidence,
  };
  for (const other of view.related) {
    const id = idOf('threat-actor', other.gang);
    yield {
      ...common('threat-actor', other.gang),
      name: other.gang,
      threat_actor_types: ['crime-syndicate'],
      confidence: Math.round(100 * other.score),
    };
    yield other.relation === 'upstream'
      ? relation('related-to', actor, id)
      : relation('related-to', id, actor);
  }
  for (const { no, lender } of view.lenders) {
    yield {
      ...common('identity', no),
      name: lender,
      identity_class: 'organization',
      sectors: ['financial-services'],
    };
    yield relation('targets', actor, idOf('identity', no));
  }
  for (const one of view.cases) {
    yield {
      ...common('incident', one.no),
      name: one.case,
      external_references: [{ source_name: one.source.system, external_id: one.source.id }],
    };
    yield { ...relation('related-to', idOf('incident', one.no), actor), confidence };
  }
  const observables = new Map<string, string>();
  const yielded = new Set<string>();
  for (const trace of view.traces) {
    const observable = observableOf(trace, idOf(EXTENSION, 'trace'));
    if (!yielded.has(observable.id)) yield observable;
    yielded.add(observable.id);
    observables.set(trace.no, observable.id);
    yield relation('related-to', observable.id, actor);
  }
  const seen = new Set<string>();
  for (const { trace, case: one } of view.links) {
    const pair = `${trace.no} ${one.no}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    yield relation('related-to', observables.get(trace.no)!, idOf('incident', one.no));
  }
}

/** Ids of observables come from what identifies them (2.9), so that other packages' agree. */
function observableOf({ no, kind, value, plain }: TraceView, extension: string): StixObject {
  const make = (
    type: string,
    own: Record<string, unknown>,
    more: Record<string, unknown> = {},
  ): StixObject => ({
    type,
    spec_version: '2.1',
    id: `${type}--${uuidV5(OBSERVABLES, canonical(own))}`,
    ...own,
    ...more,
  });
  if (plain && kind === 'ip' && isIP(value) !== 0)
    return make(isIP(value) === 4 ? 'ipv4-addr' : 'ipv6-addr', { value });
  if (plain && kind === 'email' && /^[^@\s]+@[^@\s]+$/.test(value)) return make('email-addr', { value });
  if (plain && kind === 'domain' && /^[\w.-]+\.[\w-]+$/.test(value)) return make('domain-name', { value });
  if (plain && kind === 'qr_payload' && URL.canParse(value)) return make('url', { value });
  if (plain && kind === 'account') return make('user-account', { account_login: value });
  // Values that were masked may be alike for different traces: then the trace's number tells them apart.
  const own = { kind, value: plain || value.startsWith('hmac-') ? value : `${value} (${no})` };
  return make('x-jianzhen-trace', own, { extensions: { [extension]: { extension_type: 'new-sco' } } });
}
