import type { Gang, Reason } from '@jianzhen/evidence';
import type { Profile } from '../gangs/profile.ts';
import type { Incidence } from '../graph/types.ts';
import { kindNames } from '../kinds.ts';
import { reason } from '../messages.ts';
import type { Candidate } from '../mine.ts';
import type { Weighed } from '../weights/weigh.ts';
import { familyWords, kindWords } from '../words.ts';
import type { Forger } from './forgers.ts';

/** From so many lenders on, people who act for customers are an agency. */
const AGENCY_LENDERS = 3;
const TOLD_TRACES = 3;

const percent = (share: number) => Math.round(100 * share);
const time = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : null);

function gangReasons(graph: Incidence, weighed: Weighed, profile: Profile): Reason[] {
  const { customers, lenders, families, supplied, placeShare, shared } = profile;
  const list = (language: 'zh' | 'en') => families.map((family) => familyWords[family][language]);
  const told = [
    reason('gang.size', { cases: profile.cases.length, customers, lenders }),
    reason('gang.families', {
      count: families.length,
      families: { zh: list('zh').join('、'), en: list('en').join(', ') },
    }),
    ...shared.slice(0, TOLD_TRACES).map(({ trace, cases }) =>
      reason('gang.trace', {
        kind: kindWords[kindNames[graph.traces.kind[trace]!]!],
        value: graph.traces.values[trace]!,
        cases,
        all: graph.cases.customers,
        customers: weighed.customers[trace]!,
      }),
    ),
  ];
  if (supplied > 0) told.push(reason('gang.supplied', { percent: percent(supplied) }));
  if (placeShare > 0.5) told.push(reason('gang.places', { percent: percent(placeShare) }));
  return told;
}

interface Draft {
  readonly score: number;
  readonly role: Gang['role'];
  readonly cases: readonly number[];
  readonly traces: readonly { readonly trace: number; readonly cases: number }[];
  readonly reasons: readonly Reason[];
  /** Numbers of drafts. */
  upstream: number | null;
  downstream: readonly number[];
}

function people(graph: Incidence, cases: readonly number[]) {
  const opened = cases.map((id) => graph.cases.openedAt[id]!).filter((at) => !Number.isNaN(at));
  return {
    customers: new Set(cases.map((id) => graph.cases.customer[id]!)).size,
    lenders: new Set(cases.map((id) => graph.cases.lender[id]!)).size,
    firstSeen: time(opened.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)),
    lastSeen: time(opened.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)),
  };
}

function forgerDraft(graph: Incidence, forger: Forger, downstream: readonly number[], score: number): Draft {
  const { customers, lenders } = people(graph, forger.cases);
  const members = new Set(forger.cases);
  const borne = (trace: number) => {
    let n = 0;
    for (let at = graph.byTrace.offsets[trace]!; at < graph.byTrace.offsets[trace + 1]!; at++)
      if (members.has(graph.byTrace.items[at]!)) n++;
    return n;
  };
  return {
    score,
    role: 'forger',
    cases: forger.cases,
    traces: forger.supplies
      .map((trace) => ({ trace, cases: borne(trace) }))
      .sort((a, b) => b.cases - a.cases || a.trace - b.trace),
    reasons: [
      reason('forger.supplies', {
        supplies: forger.supplies.length,
        agencies: downstream.length,
        purity: percent(forger.purity),
      }),
      reason('forger.size', { cases: forger.cases.length, customers, lenders }),
    ],
    upstream: null,
    downstream,
  };
}

/** Gangs as they are told: forgers above what they supply, most dangerous first, named in that order. */
export function describe(
  graph: Incidence,
  weighed: Weighed,
  found: readonly Candidate[],
  forgers: readonly Forger[],
): Gang[] {
  const drafts: Draft[] = found.map(({ profile, score }) => ({
    score,
    role: profile.lenders >= AGENCY_LENDERS ? 'agency' : 'ring',
    cases: profile.cases,
    traces: profile.shared,
    reasons: gangReasons(graph, weighed, profile),
    upstream: null,
    downstream: [],
  }));
  const supplier = new Map<number, { forger: number; cases: number }>();
  for (const [i, { agencies }] of forgers.entries())
    for (const { gang, cases } of agencies)
      if (cases > (supplier.get(gang)?.cases ?? 0)) supplier.set(gang, { forger: i, cases });
  for (const [gang, { forger }] of supplier) drafts[gang]!.upstream = found.length + forger;
  for (const forger of forgers) {
    const downstream = forger.agencies.map(({ gang }) => gang);
    // A forger is as certain as that not all of its agencies are mistaken, and as its papers are theirs alone.
    const doubt = downstream.reduce((product, gang) => product * (1 - found[gang]!.score), 1);
    drafts.push(forgerDraft(graph, forger, downstream, forger.purity * (1 - doubt)));
  }
  const order = [...drafts.keys()].sort(
    (a, b) =>
      drafts[b]!.score - drafts[a]!.score || drafts[b]!.cases.length - drafts[a]!.cases.length || a - b,
  );
  const names: string[] = [];
  for (const [rank, draft] of order.entries()) names[draft] = `g-${String(rank + 1).padStart(4, '0')}`;
  return order.map((i) => {
    const { score, role, cases, traces, reasons, upstream, downstream } = drafts[i]!;
    return {
      gang: names[i]!,
      score,
      role: upstream !== null && role === 'ring' ? 'agency' : role,
      upstream: upstream === null ? null : names[upstream]!,
      downstream: downstream.map((gang) => names[gang]!),
      cases: cases.map((id) => graph.cases.names[id]!),
      ...people(graph, cases),
      traces: traces.map(({ trace, cases: n }) => ({
        kind: kindNames[graph.traces.kind[trace]!]!,
        value: graph.traces.values[trace]!,
        cases: n,
      })),
      reasons: [...reasons],
    };
  });
}
