import type { Incidence } from '../graph/types.ts';
import { kindNumber, traitsOf } from '../kinds.ts';
import type { SharedTrace } from './types.ts';

/** How a group goes about it: people who act openly keep one address, one letterhead and their telephone; those who hide do not. */
export interface Habits {
  /** Mean over what actors share (places apart) of how long it is in use, as a share of the time that the group is at work; in [0, 1]. */
  readonly constancy: number;
  /** Share of the cases that bear the commonest address. */
  readonly seat: number;
  /** Of the cases with seals that the group shares, the share that bears the commonest. */
  readonly letterhead: number;
  /** Seals that two customers or more of the group have. */
  readonly seals: number;
}

const SEAL = kindNumber.get('seal')!;
const ADDRESS = kindNumber.get('address')!;

/** @param members whether a case is of the group */
export function habitsOf(
  graph: Incidence,
  cases: readonly number[],
  shared: readonly SharedTrace[],
  members: (id: number) => boolean,
): Habits {
  const { byTrace, byCase, seenAt, traces } = graph;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let uses = 0;
  let lasting = 0;
  for (const { trace, cases: borne } of shared) {
    const { side, family } = traitsOf(traces.kind[trace]!);
    if (side === 'supply' || family === 'place') continue;
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (let at = byTrace.offsets[trace]!; at < byTrace.offsets[trace + 1]!; at++) {
      const when = seenAt[at]!;
      if (Number.isNaN(when) || !members(byTrace.items[at]!)) continue;
      from = Math.min(from, when);
      to = Math.max(to, when);
    }
    if (from > to) continue;
    first = Math.min(first, from);
    last = Math.max(last, to);
    uses += borne;
    lasting += borne * (to - from);
  }
  const top = (kind: number) => shared.find(({ trace }) => traces.kind[trace] === kind)?.cases ?? 0;
  const seals = new Set(shared.filter(({ trace }) => traces.kind[trace] === SEAL).map(({ trace }) => trace));
  let sealed = 0;
  for (const id of cases)
    for (let k = byCase.offsets[id]!; k < byCase.offsets[id + 1]!; k++)
      if (seals.has(byCase.items[k]!)) {
        sealed++;
        break;
      }
  return {
    constancy: uses > 0 && last > first ? lasting / uses / (last - first) : 1,
    seat: top(ADDRESS) / cases.length,
    letterhead: sealed > 0 ? top(SEAL) / sealed : 0,
    seals: seals.size,
  };
}
