import { UnionFind } from '../components/union-find.ts';
import { transpose } from '../graph/rows.ts';
import type { Incidence, Rows } from '../graph/types.ts';
import { byCustomer, type Evidence, gatherEvidence } from './evidence.ts';

export interface AssignOptions {
  readonly rounds: number;
  /** Log odds from which a case is of a group. */
  readonly leastOdds: number;
  /** Two groups are one where so large a share of the lesser's cases is as much at home in the other. */
  readonly sameShare: number;
}

export const assignDefaults: AssignOptions = { rounds: 6, leastOdds: 1.5, sameShare: 0.25 };

/** How much one other case of the same customer counts against the many that are no evidence: see `prior`. */
const PSEUDO = 0.3;

interface State {
  readonly group: Int32Array;
  /** The same, but −1 where only the customer's other cases speak for it: hearsay must not speak for more hearsay. */
  readonly firm: Int32Array;
  /** Customers of each group. */
  readonly sizes: Int32Array;
}

function measure(
  { cases }: Incidence,
  ofCustomer: Rows,
  group: Int32Array,
  firm: Int32Array,
  groups: number,
): State {
  const sizes = new Int32Array(groups);
  for (let customer = 0; customer < cases.customers; customer++) {
    const seen: number[] = [];
    for (let at = ofCustomer.offsets[customer]!; at < ofCustomer.offsets[customer + 1]!; at++) {
      const of = group[ofCustomer.items[at]!]!;
      if (of >= 0 && !seen.includes(of)) {
        seen.push(of);
        sizes[of]!++;
      }
    }
  }
  return { group, firm, sizes };
}

/**
 * Log odds of a case for groups before its own traces speak: the share of the customers that the group has, drawn towards
 * where the customer's other cases are.
 */
function prior(
  { cases }: Incidence,
  ofCustomer: Rows,
  { firm, sizes }: State,
  id: number,
  of: number,
): number {
  const customer = cases.customer[id]!;
  let inside = 0;
  let others = 0;
  for (let at = ofCustomer.offsets[customer]!; at < ofCustomer.offsets[customer + 1]!; at++) {
    const other = ofCustomer.items[at]!;
    if (other === id) continue;
    if (firm[other] === of) inside++;
    else others++;
  }
  return Math.log(inside + (PSEUDO * sizes[of]!) / cases.customers) - Math.log(others + PSEUDO);
}

/** Log odds of a case for a group: by everything, by its own traces, by its actors' traces. */
interface Odds {
  readonly all: number;
  readonly traces: number;
  readonly actor: number;
}

/** Groups that a case may be of: those that its traces or its customer's other cases speak for. */
function odds(
  graph: Incidence,
  ofCustomer: Rows,
  state: State,
  evidence: Evidence,
  id: number,
): Map<number, Odds> {
  const found = new Map<number, Odds>();
  for (let at = evidence.offsets[id]!; at < evidence.offsets[id + 1]!; at++) {
    const of = evidence.group[at]!;
    const before = prior(graph, ofCustomer, state, id, of);
    const alone = Math.log(state.sizes[of]! / graph.cases.customers);
    found.set(of, {
      all: evidence.value[at]! + before,
      traces: evidence.value[at]! + alone,
      actor: evidence.actor[at]! + alone,
    });
  }
  const customer = graph.cases.customer[id]!;
  for (let at = ofCustomer.offsets[customer]!; at < ofCustomer.offsets[customer + 1]!; at++) {
    const of = state.firm[ofCustomer.items[at]!]!;
    if (of >= 0 && !found.has(of)) {
      const all = prior(graph, ofCustomer, state, id, of);
      found.set(of, { all, traces: Number.NEGATIVE_INFINITY, actor: Number.NEGATIVE_INFINITY });
    }
  }
  return found;
}

/**
 * Who belongs to whom, again and again: what the present groups' customers have in common says of every case which group it
 * is of, or that it is of none (hard expectation-maximisation of a naive Bayes mixture). Groups whose cases are as
 * much at home in each other become one. Answers with the groups' numbers per case, −1 for none.
 */
export function assignCases(
  graph: Incidence,
  customers: Int32Array,
  start: Int32Array,
  groups: number,
  options: AssignOptions = assignDefaults,
): Int32Array {
  const { cases } = graph;
  const ofCustomer = transpose(
    { offsets: Int32Array.from({ length: cases.names.length + 1 }, (_, i) => i), items: cases.customer },
    cases.customers,
  );
  const ordered = byCustomer(graph);
  let group = start.slice();
  let firm = start.slice();
  for (let round = 0; round < options.rounds; round++) {
    const state = measure(graph, ofCustomer, group, firm, groups);
    const evidence = gatherEvidence(graph, ordered, customers, group, state.sizes);
    const next = new Int32Array(group.length).fill(-1);
    const nextFirm = new Int32Array(group.length).fill(-1);
    const members = new Int32Array(groups);
    const shared = new Map<number, number>();
    let changed = 0;
    for (let id = 0; id < group.length; id++) {
      const found = odds(graph, ofCustomer, state, evidence, id);
      let best = -1;
      let most = options.leastOdds;
      for (const [of, { all }] of found)
        if (all > most || (all === most && of < best)) {
          best = of;
          most = all;
        }
      next[id] = best;
      if (best >= 0 && found.get(best)!.traces > options.leastOdds) nextFirm[id] = best;
      if (best !== group[id]) changed++;
      const own = group[id]!;
      if (own < 0) continue;
      members[own]!++;
      for (const [of, { actor }] of found)
        if (of !== own && actor > options.leastOdds) {
          const key = own * groups + of;
          shared.set(key, (shared.get(key) ?? 0) + 1);
        }
    }
    const sets = new UnionFind(groups);
    let joined = false;
    for (const [key, n] of shared) {
      const [a, b] = [Math.floor(key / groups), key % groups];
      if (members[a]! <= members[b]! && n >= options.sameShare * members[a]!)
        joined = sets.union(a, b) || joined;
    }
    const labels = sets.labels();
    const renamed = (of: number) => (of < 0 ? of : labels[of]!);
    group = next.map(renamed);
    firm = nextFirm.map(renamed);
    if (changed === 0 && !joined) break;
  }
  return group;
}
