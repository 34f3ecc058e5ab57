import { GrowingInts } from '../ids/growing.ts';
import { traitsOf } from '../kinds.ts';
import { offsetsOf, orderByRow, transpose } from './rows.ts';
import type { CaseColumns, Incidence, TraceColumns } from './types.ts';

const DAY = 86_400_000;

/** Sightings as they were read: columns of equal length, repetitions and all. */
export interface Sightings {
  readonly case: Int32Array;
  readonly trace: Int32Array;
  readonly at: Float64Array;
}

/** Unknown times come last: they say nothing of when a value changed hands. */
const earlier = (a: number, b: number) => {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : a - b;
};

/**
 * Sightings as a bipartite graph. A value that was silent for longer than its kind's horizon has changed hands (a phone
 * number that the carrier gave to somebody else), so it goes on as a trace of its own: an episode. Within one, a case
 * counts once, by its first sighting.
 */
export function buildIncidence(cases: CaseColumns, traces: TraceColumns, seen: Sightings): Incidence {
  const offsets = offsetsOf(seen.trace, traces.kind.length);
  const order = orderByRow(seen.trace, offsets);
  const kinds: number[] = [];
  const values: string[] = [];
  const starts = new GrowingInts();
  const items = new GrowingInts(seen.case.length || 1);
  const kept = new GrowingInts(seen.case.length || 1);
  const lastEpisode = new Int32Array(cases.names.length).fill(-1);
  for (let trace = 0; trace < traces.kind.length; trace++) {
    const from = offsets[trace]!;
    const to = offsets[trace + 1]!;
    if (from === to) continue;
    const sightings = order.subarray(from, to);
    if (to - from > 1)
      sightings.sort((a, b) => earlier(seen.at[a]!, seen.at[b]!) || seen.case[a]! - seen.case[b]!);
    const horizon = traitsOf(traces.kind[trace]!).horizonDays * DAY;
    let before = Number.NaN;
    for (const [i, sighting] of sightings.entries()) {
      const at = seen.at[sighting]!;
      if (i === 0 || at - before > horizon) {
        starts.push(items.length);
        kinds.push(traces.kind[trace]!);
        values.push(traces.values[trace]!);
      }
      before = at;
      const id = seen.case[sighting]!;
      if (lastEpisode[id] === kinds.length) continue;
      lastEpisode[id] = kinds.length;
      items.push(id);
      kept.push(sighting);
    }
  }
  starts.push(items.length);
  const byTrace = { offsets: starts.view().slice(), items: items.view().slice() };
  return {
    cases,
    traces: { kind: Uint8Array.from(kinds), values },
    byTrace,
    seenAt: Float64Array.from(kept.view(), (sighting) => seen.at[sighting]!),
    byCase: transpose(byTrace, cases.names.length),
  };
}
