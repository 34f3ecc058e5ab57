import type { MinedGang } from '@jianzhen/evaluate';
import type { CaseTable, TraceTable } from '@jianzhen/evidence';

/** A component is called a gang from so many customers on. */
const LEAST_CUSTOMERS = 5;
/** What an analyst would cut by hand: values that more customers have are no ties. */
export const DEGREE_CAP = 50;

/**
 * Weakly connected components over customers and traces, largest first: what comes of joining tables on equal values.
 * @param most values that more cases than this have tie nothing
 */
export function componentGangs(
  cases: CaseTable,
  traces: TraceTable,
  most = Number.POSITIVE_INFINITY,
): MinedGang[] {
  const row = new Map(cases.caseId.map((id, i) => [id, i]));
  const parent = Int32Array.from(cases.caseId, (_, i) => i);
  const find = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  const tie = (members: Iterable<number>) => {
    let first = -1;
    for (const member of members) {
      if (first < 0) first = find(member);
      else parent[find(member)] = first;
      first = find(first);
    }
  };
  const byValue = new Map<string, Set<number>>();
  const bear = (value: string, i: number) => {
    const members = byValue.get(value);
    if (members) members.add(i);
    else byValue.set(value, new Set([i]));
  };
  for (const [i, customer] of cases.customerId.entries()) bear(`customer ${customer}`, i);
  for (const [i, id] of traces.caseId.entries()) bear(`${traces.kind[i]} ${traces.value[i]}`, row.get(id)!);
  for (const members of byValue.values()) if (members.size <= most) tie(members);
  const components = new Map<number, number[]>();
  for (let i = 0; i < parent.length; i++) {
    const root = find(i);
    const members = components.get(root);
    if (members) members.push(i);
    else components.set(root, [i]);
  }
  return [...components.values()]
    .filter((members) => new Set(members.map((i) => cases.customerId[i])).size >= LEAST_CUSTOMERS)
    .sort((a, b) => b.length - a.length)
    .map((members, n) => ({
      gang: `component-${n}`,
      score: 1,
      role: 'agency',
      upstream: null,
      downstream: [],
      cases: members.map((i) => cases.caseId[i]!),
    }));
}
