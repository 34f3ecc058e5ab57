import { add } from './contingency.ts';
import type { GangTruths, MinedGang } from './types.ts';

/** Innocent groups of one sort, and those of them that were taken for gangs. */
export interface InnocentRow {
  readonly sort: string;
  readonly groups: number;
  readonly flagged: number;
}

/** A group of fewer cases is none; of families the least that there is to see. */
const LEAST = 5;
const LEAST_FAMILY = 3;

const sortOf = (group: string): string => group.slice(0, group.lastIndexOf('-'));

/**
 * A group is flagged when one mined gang has most of its honest cases, or is made up of them for the most part.
 * Rows by sort of group, in order of name.
 */
export function innocentTable({ caseId, cases }: GangTruths, mined: readonly MinedGang[]): InnocentRow[] {
  const sizes = new Map<string, number>();
  const groupsOf = new Map<string, readonly string[]>();
  cases.forEach(({ label, groups }, i) => {
    if (label !== 'honest') return;
    groupsOf.set(caseId[i]!, groups);
    for (const group of groups) add(sizes, group);
  });
  const enough = (group: string) => sizes.get(group)! >= (sortOf(group) === 'family' ? LEAST_FAMILY : LEAST);
  const flagged = new Set<string>();
  for (const { cases: members } of mined) {
    const inside = new Map<string, number>();
    for (const id of members) for (const group of groupsOf.get(id) ?? []) add(inside, group);
    for (const [group, n] of inside)
      if (enough(group) && (2 * n > sizes.get(group)! || 2 * n > members.length)) flagged.add(group);
  }
  const rows = new Map<string, { groups: number; flagged: number }>();
  for (const group of sizes.keys()) {
    if (!enough(group)) continue;
    const sort = sortOf(group);
    const row = rows.get(sort) ?? { groups: 0, flagged: 0 };
    rows.set(sort, row);
    row.groups++;
    if (flagged.has(group)) row.flagged++;
  }
  return [...rows].map(([sort, row]) => ({ sort, ...row })).sort((a, b) => (a.sort < b.sort ? -1 : 1));
}
