import type { Gang } from '@jianzhen/evidence';

/** A gang keeps its name while it shares so much of its cases (Jaccard) with what bore it before. */
const SAME = 0.3;

const nameOf = (number: number): string => `g-${String(number).padStart(4, '0')}`;

/**
 * Names that last from run to run, so that what a person said of a gang stays with it. Of gangs that could both keep a name, the one
 * that shares more does.
 * @param last the highest number given so far
 */
export function keepNames(before: readonly Gang[], fresh: readonly Gang[], last: number): Gang[] {
  const ownerOf = new Map<string, number[]>();
  for (const [i, { cases }] of before.entries())
    for (const id of cases) ownerOf.set(id, [...(ownerOf.get(id) ?? []), i]);
  const shared = fresh.flatMap(({ cases }, j) => {
    const counts = new Map<number, number>();
    for (const id of cases) for (const i of ownerOf.get(id) ?? []) counts.set(i, (counts.get(i) ?? 0) + 1);
    return [...counts].map(([i, both]) => ({
      i,
      j,
      share: both / (before[i]!.cases.length + cases.length - both),
    }));
  });
  shared.sort((a, b) => b.share - a.share || a.j - b.j || a.i - b.i);
  const names = new Map<string, string>();
  const kept = new Set<string>();
  for (const { i, j, share } of shared) {
    const [old, now] = [before[i]!.gang, fresh[j]!.gang];
    if (share < SAME || kept.has(old) || names.has(now)) continue;
    kept.add(old);
    names.set(now, old);
  }
  let number = last;
  for (const { gang } of fresh) if (!names.has(gang)) names.set(gang, nameOf(++number));
  const renamed = (name: string): string => names.get(name)!;
  return fresh.map((gang) => ({
    ...gang,
    gang: renamed(gang.gang),
    upstream: gang.upstream && renamed(gang.upstream),
    downstream: gang.downstream.map(renamed),
  }));
}
