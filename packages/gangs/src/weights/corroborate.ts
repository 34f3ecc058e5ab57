import type { Incidence } from '../graph/types.ts';
import { traitsOf } from '../kinds.ts';

/** What is known of each trace: columns, a row a trace. */
export interface Standing {
  /** Distinct customers whose cases bear it. */
  readonly customers: Int32Array;
  readonly lenders: Int32Array;
  /** Share of its cases that share a trace of another family with a case of another customer in it, beyond chance; in [0, 1]. */
  readonly corroborated: Float64Array;
}

/** More would ask of twenty cases among fifty what only a large population can show; chance overlaps of hubs are too few to matter. */
const DEVIATIONS = 2;

/** Counts distinct members of a column over rows, without a set a row. */
class Distinct {
  readonly #last: Int32Array;
  constructor(size: number) {
    this.#last = new Int32Array(size).fill(-1);
  }
  isNew(member: number, row: number): boolean {
    if (this.#last[member] === row) return false;
    this.#last[member] = row;
    return true;
  }
}

export function countPeople({ cases, byTrace }: Incidence): Pick<Standing, 'customers' | 'lenders'> {
  const traces = byTrace.offsets.length - 1;
  const customers = new Int32Array(traces);
  const lenders = new Int32Array(traces);
  const newCustomer = new Distinct(cases.customers);
  const newLender = new Distinct(cases.lenders);
  for (let trace = 0; trace < traces; trace++)
    for (let at = byTrace.offsets[trace]!; at < byTrace.offsets[trace + 1]!; at++) {
      const id = byTrace.items[at]!;
      if (newCustomer.isNew(cases.customer[id]!, trace)) customers[trace]!++;
      if (newLender.isNew(cases.lender[id]!, trace)) lenders[trace]!++;
    }
  return { customers, lenders };
}

/**
 * Whether the cases of a trace have anything else in common. People who act together leave several traces together;
 * those who only pass one place (a courier point, a dormitory, a switchboard) share that and nothing else. Two traces
 * overlap beyond chance where their common cases exceed the expectation of independence by two deviations.
 */
export function corroborate(graph: Incidence, customers: Int32Array): Float64Array {
  const { byTrace, byCase, cases, traces } = graph;
  const n = byTrace.offsets.length - 1;
  const { all } = cases;
  const shares = new Float64Array(n);
  const common = new Int32Array(n);
  const firstCustomer = new Int32Array(n);
  const several = new Uint8Array(n);
  for (let trace = 0; trace < n; trace++) {
    if (customers[trace]! < 2) continue;
    const { family } = traitsOf(traces.kind[trace]!);
    const from = byTrace.offsets[trace]!;
    const to = byTrace.offsets[trace + 1]!;
    const touched: number[] = [];
    for (let at = from; at < to; at++) {
      const id = byTrace.items[at]!;
      for (let k = byCase.offsets[id]!; k < byCase.offsets[id + 1]!; k++) {
        const other = byCase.items[k]!;
        if (other === trace || customers[other]! < 2 || traitsOf(traces.kind[other]!).family === family)
          continue;
        if (common[other]!++ === 0) {
          touched.push(other);
          firstCustomer[other] = cases.customer[id]!;
        } else if (firstCustomer[other] !== cases.customer[id]) several[other] = 1;
      }
    }
    for (const other of touched) {
      const size = byTrace.offsets[other + 1]! - byTrace.offsets[other]!;
      const expected = ((to - from) * size) / all;
      if (common[other]! < 1 + expected + DEVIATIONS * Math.sqrt(expected)) several[other] = 0;
    }
    let borne = 0;
    for (let at = from; at < to; at++) {
      const id = byTrace.items[at]!;
      for (let k = byCase.offsets[id]!; k < byCase.offsets[id + 1]!; k++)
        if (several[byCase.items[k]!]) {
          borne++;
          break;
        }
    }
    shares[trace] = borne / (to - from);
    for (const other of touched) common[other] = several[other] = 0;
  }
  return shares;
}
