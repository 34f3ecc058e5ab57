import type { Incidence } from '../graph/types.ts';
import { type Family, traitsOf } from '../kinds.ts';
import type { Weighed } from '../weights/weigh.ts';
import { type Habits, habitsOf } from './habits.ts';
import type { SharedTrace } from './types.ts';

/** What a group of cases is like. */
export interface Profile extends Habits {
  readonly cases: readonly number[];
  readonly customers: number;
  readonly lenders: number;
  /** Traces of two customers or more of the group, most cases first. */
  readonly shared: readonly SharedTrace[];
  /** Families of actors' traces that tie at least a tenth of the cases, and at least two customers. */
  readonly families: readonly Family[];
  /** Mean over the cases of the logarithm of how many of the group's customers use what the case shows, at most (places apart): a family is two or three. */
  readonly company: number;
  /** Share of the cases from a device that several customers use. */
  readonly devices: number;
  /** Mean over the cases of the weights of the actors' traces that they share. */
  readonly tie: number;
  /** Share of that weight which is of places (addresses, networks), where innocent people meet. */
  readonly placeShare: number;
  /** Share of the cases with supplied papers (seals, templates) that others of the group have too. */
  readonly supplied: number;
}

/** Profiles one group after the other; holds working columns between them. */
export function profiler(graph: Incidence, weighed: Weighed): (cases: readonly number[]) => Profile {
  const { byCase } = graph;
  const traces = graph.byTrace.offsets.length - 1;
  const count = new Int32Array(traces);
  const member = new Uint8Array(graph.cases.names.length);
  const customersOf = new Int32Array(traces);
  return (cases) => {
    // By customer, so that a trace's customers are counted by comparing with the last.
    const ordered = cases.toSorted((a, b) => graph.cases.customer[a]! - graph.cases.customer[b]! || a - b);
    const touched: number[] = [];
    const last = new Map<number, number>();
    const lenders = new Set<number>();
    const customers = new Set<number>();
    for (const id of ordered) {
      const customer = graph.cases.customer[id]!;
      customers.add(customer);
      lenders.add(graph.cases.lender[id]!);
      for (let k = byCase.offsets[id]!; k < byCase.offsets[id + 1]!; k++) {
        const trace = byCase.items[k]!;
        if (weighed.weight[trace] === 0) continue;
        if (count[trace]!++ === 0) touched.push(trace);
        if (last.get(trace) !== customer) {
          last.set(trace, customer);
          customersOf[trace]!++;
        }
      }
    }
    const shared = touched
      .filter((trace) => customersOf[trace]! >= 2)
      .map((trace) => ({ trace, cases: count[trace]!, customers: customersOf[trace]! }))
      .sort((a, b) => b.cases - a.cases || a.trace - b.trace);
    const perFamily = new Map<Family, number>();
    let tie = 0;
    let place = 0;
    let supplied = 0;
    let company = 0;
    for (const id of ordered) {
      const families = new Set<Family>();
      let users = 1;
      for (let k = byCase.offsets[id]!; k < byCase.offsets[id + 1]!; k++) {
        const trace = byCase.items[k]!;
        if (customersOf[trace]! < 2) continue;
        const { family, side } = traitsOf(graph.traces.kind[trace]!);
        families.add(family);
        if (side === 'supply') continue;
        tie += weighed.weight[trace]!;
        if (family === 'place') place += weighed.weight[trace]!;
        else users = Math.max(users, customersOf[trace]!);
      }
      company += Math.log(users);
      if (families.delete('paper')) supplied++;
      for (const family of families) perFamily.set(family, (perFamily.get(family) ?? 0) + 1);
    }
    for (const trace of touched) count[trace] = customersOf[trace] = 0;
    for (const id of cases) member[id] = 1;
    const habits = habitsOf(graph, cases, shared, (id) => member[id] === 1);
    for (const id of cases) member[id] = 0;
    const least = Math.max(2, 0.1 * cases.length);
    return {
      ...habits,
      cases: cases.toSorted((a, b) => a - b),
      customers: customers.size,
      lenders: lenders.size,
      shared,
      families: [...perFamily].filter(([, borne]) => borne >= least).map(([family]) => family),
      tie: tie / cases.length,
      placeShare: tie > 0 ? place / tie : 0,
      supplied: supplied / cases.length,
      company: company / cases.length,
      devices: (perFamily.get('device') ?? 0) / cases.length,
    };
  };
}
