import type { Gang } from '@jianzhen/evidence';
import { coreOf } from '../gangs/core.ts';
import { rowOf } from '../graph/rows.ts';
import type { Incidence } from '../graph/types.ts';
import { kindNames } from '../kinds.ts';
import type { Weighed } from '../weights/weigh.ts';
import type { Forger } from './forgers.ts';
import { forgerReasons, gangReasons } from './reasons.ts';
import type { Candidate, Draft, MinedGang } from './types.ts';

/** From so many customers on, people who act are an agency; fewer, without a forger, are a ring of their own. */
const AGENCY_CUSTOMERS = 13;

/** Certainties at which a gang's cases are counted. */
const LEVELS = [0.9, 0.99, 0.999];

const levelsOf = (odds: readonly number[]): Gang['levels'] =>
  LEVELS.map((probability) => {
    const least = Math.log(probability / (1 - probability));
    return { probability, cases: odds.filter((value) => value >= least).length };
  });

const time = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : null);

function people({ cases: { customer, lender, openedAt } }: Incidence, cases: readonly number[]) {
  const opened = cases.map((id) => openedAt[id]!).filter((at) => !Number.isNaN(at));
  return {
    customers: new Set(cases.map((id) => customer[id]!)).size,
    lenders: new Set(cases.map((id) => lender[id]!)).size,
    firstSeen: time(opened.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)),
    lastSeen: time(opened.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)),
  };
}

/** Of several forgers, the one that most of a gang's cases have papers of. */
function suppliers(forgers: readonly Forger[]): Map<number, number> {
  const chosen = new Map<number, { forger: number; cases: number }>();
  for (const [forger, { agencies }] of forgers.entries())
    for (const { gang, cases } of agencies)
      if (cases > (chosen.get(gang)?.cases ?? 0)) chosen.set(gang, { forger, cases });
  return new Map([...chosen].map(([gang, { forger }]) => [gang, forger]));
}

function forgerDraft(
  graph: Incidence,
  { customers: bearers }: Weighed,
  forger: Forger,
  found: readonly Candidate[],
): Draft {
  const downstream = forger.agencies.map(({ gang }) => gang);
  const { customers, lenders } = people(graph, forger.cases);
  const members = new Set(forger.cases);
  // A forger is as certain as that not all of its agencies are mistaken, and as its papers are theirs alone.
  const doubt = downstream.reduce((product, gang) => product * (1 - found[gang]!.score), 1);
  const traces = forger.supplies
    .map((trace) => ({ trace, cases: rowOf(graph.byTrace, trace).filter((id) => members.has(id)).length }))
    .sort((a, b) => b.cases - a.cases || a.trace - b.trace);
  return {
    score: forger.purity * (1 - doubt),
    role: 'forger',
    cases: forger.cases,
    traces,
    levels: [],
    core: coreOf(graph, bearers, forger.cases, traces),
    reasons: forgerReasons(forger, downstream.length, customers, lenders),
    upstream: null,
    downstream,
  };
}

const gangName = (rank: number) => `g-${String(rank + 1).padStart(4, '0')}`;

/** Gangs as they are told: forgers linked with what they supply, most dangerous first, named in that order. */
export function describe(
  graph: Incidence,
  weighed: Weighed,
  found: readonly Candidate[],
  forgers: readonly Forger[],
): MinedGang[] {
  const supplier = suppliers(forgers);
  const drafts: Draft[] = found.map(({ profile, score, odds }, gang) => {
    const core = coreOf(graph, weighed.customers, profile.cases, profile.shared);
    const forger = supplier.get(gang);
    const alone = forger === undefined && profile.customers < AGENCY_CUSTOMERS;
    return {
      score,
      role: alone ? 'ring' : 'agency',
      cases: profile.cases,
      traces: profile.shared,
      levels: levelsOf(odds),
      core,
      reasons: gangReasons(graph, weighed, profile, core),
      upstream: forger === undefined ? null : found.length + forger,
      downstream: [],
    };
  });
  drafts.push(...forgers.map((forger) => forgerDraft(graph, weighed, forger, found)));
  const order = [...drafts.keys()].sort(
    (a, b) =>
      drafts[b]!.score - drafts[a]!.score || drafts[b]!.cases.length - drafts[a]!.cases.length || a - b,
  );
  const rank = new Map(order.map((draft, i) => [draft, i]));
  const name = (draft: number) => gangName(rank.get(draft)!);
  return order.map((i) => {
    const { score, role, cases, traces, reasons, upstream, downstream, levels, core } = drafts[i]!;
    const gang: Gang = {
      gang: name(i),
      score,
      role,
      upstream: upstream === null ? null : name(upstream),
      downstream: downstream.map(name),
      cases: cases.map((id) => graph.cases.names[id]!),
      ...people(graph, cases),
      levels,
      core: core.cases,
      traces: traces.map(({ trace, cases: n }) => ({
        kind: kindNames[graph.traces.kind[trace]!]!,
        value: graph.traces.values[trace]!,
        cases: n,
      })),
      reasons: [...reasons],
    };
    return { gang, cases, traces };
  });
}
