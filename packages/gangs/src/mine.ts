import type { CaseTable, Gang, TraceTable } from '@jianzhen/evidence';
import { assignCases } from './gangs/assign.ts';
import { findGroups, groupDefaults } from './gangs/groups.ts';
import { profiler } from './gangs/profile.ts';
import type { Incidence } from './graph/types.ts';
import { ingest, type Skipped, type Whole } from './ids/ingest.ts';
import { describe } from './roles/describe.ts';
import { findForgers } from './roles/forgers.ts';
import type { Candidate, MinedGang } from './roles/types.ts';
import { type Features, featuresOf } from './score/features.ts';
import { defaultModel, probability, type ScoreModel } from './score/probability.ts';
import { type Weighed, weigh } from './weights/weigh.ts';

/** What counts where nothing else is told. */
export const mineDefaults = { leastScore: 0.5, seed: 1 } as const;

export interface MineOptions {
  /** Gangs below this probability are left out; 0.5 unless told. */
  readonly leastScore?: number;
  readonly seed?: number;
  readonly model?: ScoreModel;
  /** How many there are where the tables are a part of something larger. */
  readonly whole?: Whole;
}

export interface Mined {
  /** Most dangerous first. */
  readonly gangs: readonly MinedGang[];
  readonly graph: Incidence;
  readonly weighed: Weighed;
  readonly skipped: Skipped;
}

/** Groups of three customers or more, with what they are like. */
export function candidates(graph: Incidence, weighed: Weighed, options: MineOptions = {}): Candidate[] {
  const { group: start, groups } = findGroups(graph, weighed, {
    ...groupDefaults,
    seed: options.seed ?? mineDefaults.seed,
  });
  const { group, odds } = assignCases(graph, weighed.customers, start, groups);
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (let id = 0; id < group.length; id++) if (group[id]! >= 0) members[group[id]!]!.push(id);
  const profile = profiler(graph, weighed);
  return members
    .map((cases) => profile(cases))
    .filter(({ customers }) => customers >= 3)
    .map((found) => ({
      profile: found,
      odds: found.cases.map((id) => odds[id]!),
      score: probability(featuresOf(found), options.model ?? defaultModel),
    }));
}

/** Groups that are judged, as a model of the score is fitted on: what they are like, and their cases' rows in the table. */
export function candidatesOf(
  cases: CaseTable,
  traces: TraceTable,
): { features: Features; rows: readonly number[] }[] {
  const { incidence: graph } = ingest(cases, traces);
  const rowOf = new Map(cases.caseId.map((id, row) => [id, row]));
  return candidates(graph, weigh(graph)).map(({ profile }) => ({
    features: featuresOf(profile),
    rows: profile.cases.map((id) => rowOf.get(graph.cases.names[id]!)!),
  }));
}

/** Everything that mining finds, and what it was found by. */
export function mine(cases: CaseTable, traces: TraceTable, options: MineOptions = {}): Mined {
  const { incidence: graph, skipped } = ingest(cases, traces, options.whole);
  const weighed = weigh(graph);
  const least = options.leastScore ?? mineDefaults.leastScore;
  const found = candidates(graph, weighed, options).filter(({ score }) => score >= least);
  const gangOf = new Int32Array(graph.cases.names.length).fill(-1);
  for (const [gang, { profile }] of found.entries()) for (const id of profile.cases) gangOf[id] = gang;
  const forgers = findForgers(
    graph,
    weighed,
    gangOf,
    found.map(({ profile }) => profile),
  );
  return { gangs: describe(graph, weighed, found, forgers), graph, weighed, skipped };
}

/** Gangs in tables of cases and traces, most dangerous first. */
export const mineGangs = (cases: CaseTable, traces: TraceTable, options: MineOptions = {}): Gang[] =>
  mine(cases, traces, options).gangs.map(({ gang }) => gang);
