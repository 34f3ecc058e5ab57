import { UnionFind } from '../components/union-find.ts';
import { offsetsOf, orderByRow } from '../graph/rows.ts';

const DAY = 86_400_000;

export interface JoinOptions {
  /** Two groups are one where so large a share of the lesser's cases, of the time that both have, is at home in the other. */
  readonly sameShare: number;
  /** How far beyond the time that two groups have in common a case may lie: gangs change all they use, but not on one day. */
  readonly marginDays: number;
  /** Fewer cases than these show nothing. */
  readonly leastCases: number;
}

export const joinDefaults: JoinOptions = { sameShare: 0.25, marginDays: 30, leastCases: 3 };

/** Cases that are at home in a group other than their own. */
export interface Guests {
  readonly case: Int32Array;
  readonly host: Int32Array;
}

/** When a group was at work: its cases' times in order, without those unknown. */
function timesOf(members: Int32Array, openedAt: Float64Array): Float64Array {
  return Float64Array.from(members, (id) => openedAt[id]!)
    .filter((at) => !Number.isNaN(at))
    .sort();
}

const between = (times: Float64Array, from: number, to: number): number => {
  let count = 0;
  for (const at of times) if (at >= from && at <= to) count++;
  return count;
};

/**
 * Which groups are one. A gang that changed its phones, devices and texts looks like two, one after the other, whose border is
 * blurred: within the time that both have (or around the border), many cases are as much at home in the other.
 * Answers with the group that each group becomes; null where none is joined.
 */
export function joinGroups(
  group: Int32Array,
  groups: number,
  openedAt: Float64Array,
  guests: Guests,
  options: JoinOptions = joinDefaults,
): Int32Array | null {
  const margin = options.marginDays * DAY;
  const rows = Int32Array.from(group, (of) => (of < 0 ? groups : of));
  const offsets = offsetsOf(rows, groups + 1);
  const order = orderByRow(rows, offsets);
  const times = new Map<number, Float64Array>();
  const timesFor = (of: number) => {
    const known = times.get(of) ?? timesOf(order.subarray(offsets[of]!, offsets[of + 1]!), openedAt);
    times.set(of, known);
    return known;
  };
  const visits = Map.groupBy(guests.case.keys(), (i) => group[guests.case[i]!]! * groups + guests.host[i]!);
  const sets = new UnionFind(groups);
  let joined = false;
  for (const [key, visitors] of visits) {
    if (visitors.length < options.leastCases) continue;
    const [own, host] = [timesFor(Math.floor(key / groups)), timesFor(key % groups)];
    if (own.length === 0 || host.length === 0) continue;
    const from = Math.max(own[0]!, host[0]!) - margin;
    const to = Math.min(own.at(-1)!, host.at(-1)!) + margin;
    const all = between(own, from, to);
    const visiting = visitors.filter((i) => {
      const at = openedAt[guests.case[i]!]!;
      return at >= from && at <= to;
    }).length;
    if (all > between(host, from, to) && own.length > host.length) continue;
    if (visiting >= options.leastCases && visiting >= options.sameShare * all)
      joined = sets.union(Math.floor(key / groups), key % groups) || joined;
  }
  return joined ? sets.labels() : null;
}
