import { transpose } from '../graph/rows.ts';
import type { Incidence } from '../graph/types.ts';
import { GrowingInts } from '../ids/growing.ts';
import { byCustomer, gatherEvidence } from './evidence.ts';
import { joinGroups } from './join.ts';
import { eachOdds, groupSizes, type Membership } from './membership.ts';

export interface AssignOptions {
  readonly rounds: number;
  /** Log odds from which a case is of a group. */
  readonly leastOdds: number;
  /** Groups of fewer customers are dropped: families, mostly. */
  readonly leastCustomers: number;
}

export const assignDefaults: AssignOptions = { rounds: 8, leastOdds: 1.5, leastCustomers: 3 };

export interface Assigned {
  /** Per case the number of its group, −1 for none. */
  readonly group: Int32Array;
  /** Log odds of its being of that group; without meaning where it has none. */
  readonly odds: Float64Array;
}

/**
 * Who belongs to whom, again and again: what the present groups' customers have in common says of every case which group it
 * is of, or that it is of none (hard expectation-maximisation of a naive Bayes mixture). Groups whose cases are as
 * much at home in each other become one.
 */
export function assignCases(
  graph: Incidence,
  customers: Int32Array,
  start: Int32Array,
  groups: number,
  options: AssignOptions = assignDefaults,
): Assigned {
  const { cases } = graph;
  const ofCustomer = transpose(
    { offsets: Int32Array.from({ length: cases.names.length + 1 }, (_, i) => i), items: cases.customer },
    cases.customers,
  );
  const ordered = byCustomer(graph);
  const least = Math.max(1, options.leastCustomers);
  const odds = new Float64Array(start.length);
  let group: Int32Array = start.slice();
  let firm: Int32Array = start.slice();
  for (let round = 0; round < options.rounds; round++) {
    const sizes = groupSizes(ofCustomer, group, groups);
    const kept = (of: number) => (of >= 0 && sizes[of]! >= least ? of : -1);
    const now: Membership = { group: group.map(kept), firm: firm.map(kept), sizes };
    const evidence = gatherEvidence(graph, ordered, customers, now.group, sizes);
    const guests = { case: new GrowingInts(), host: new GrowingInts() };
    group = new Int32Array(start.length).fill(-1);
    firm = new Int32Array(start.length).fill(-1);
    let changed = false;
    const hosts: number[] = [];
    for (let id = 0; id < group.length; id++) {
      let most = options.leastOdds;
      let traced = false;
      hosts.length = 0;
      eachOdds(graph, ofCustomer, now, evidence, id, (of, { all, traces, actor }) => {
        if (actor > options.leastOdds) hosts.push(of);
        if (all < most || (all === most && of > group[id]!)) return;
        group[id] = of;
        most = all;
        traced = traces > options.leastOdds;
      });
      const own = group[id]!;
      odds[id] = most;
      if (own !== now.group[id]) changed = true;
      if (own < 0) continue;
      if (traced) firm[id] = own;
      for (const host of hosts)
        if (host !== own) {
          guests.case.push(id);
          guests.host.push(host);
        }
    }
    const visits = { case: guests.case.view(), host: guests.host.view() };
    const labels = joinGroups(group, groups, cases.openedAt, visits);
    if (labels) {
      const renamed = (of: number) => (of < 0 ? of : labels[of]!);
      group = group.map(renamed);
      firm = firm.map(renamed);
    } else if (!changed) break;
  }
  return { group, odds };
}
