import type { Trace, TraceTable } from '@jianzhen/evidence';
import type { Sighting, StoredRelation, StoredThing } from './ports/index.ts';

/** What a trace is called that stands for this thing and all that were found to be one with it. */
export const nameOf = ({ kind, id }: StoredThing): string => `${kind}-${id}`;

/** The first on record of all that a trace stands for; null where it was named elsewhere. */
export function firstOf({ kind, value }: Pick<Trace, 'kind' | 'value'>): StoredThing | null {
  if (kind !== 'seal' && kind !== 'document_template') return null;
  const thing = { kind, id: Number(value.slice(kind.length + 1)) };
  return Number.isSafeInteger(thing.id) && thing.id > 0 && nameOf(thing) === value ? thing : null;
}

/**
 * What was found to be one thing in several places, as traces: all that is tied by relations, directly or through others, has one value,
 * named after the first of it on record.
 */
export function clusterTraces(
  relations: readonly StoredRelation[],
  sightings: readonly Sighting[],
): TraceTable {
  const parents = new Map<string, string>();
  const numbers = new Map<string, number>();
  const keyOf = (kind: string, id: number): string => {
    const key = `${kind} ${id}`;
    numbers.set(key, id);
    return key;
  };
  const rootOf = (key: string): string => {
    let at = key;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) {
      parents.set(at, parents.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { kind, own, other } of relations) {
    const [a, b] = [rootOf(keyOf(kind, own)), rootOf(keyOf(kind, other))];
    const [older, newer] = numbers.get(a)! <= numbers.get(b)! ? [a, b] : [b, a];
    parents.set(older, older);
    parents.set(newer, older);
  }
  const tied = sightings.filter(({ kind, id }) => parents.has(`${kind} ${id}`));
  return {
    caseId: tied.map(({ caseId }) => caseId),
    kind: tied.map(({ kind }) => kind),
    value: tied.map(({ kind, id }) => nameOf({ kind, id: numbers.get(rootOf(`${kind} ${id}`))! })),
    observedAt: Float64Array.from(tied, ({ at }) => at),
  };
}
