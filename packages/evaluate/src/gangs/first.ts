import { add, type Contingency } from './contingency.ts';
import { mostly } from './dens.ts';
import type { GangTruths, MinedGang } from './types.ts';

/** Honest cases that a right gang may have swallowed. */
const MOST_HONEST = 0.2;

/**
 * Which mined gangs are right: at most a fifth of the cases honest, and half or more of one true gang; of a forger, half or more with one
 * den's papers. And of those whether the role is the true gang's.
 */
export function judgeGangs(
  truths: GangTruths,
  mined: readonly MinedGang[],
): { readonly right: boolean; readonly role: boolean }[] {
  const roles = new Map(truths.gangs.map(({ gang, role }) => [gang, role]));
  const row = new Map(truths.caseId.map((id, i) => [id, i]));
  return mined.map((gang) => {
    const counts = new Map<string, number>();
    let honest = 0;
    for (const id of gang.cases) {
      const truth = truths.cases[row.get(id) ?? -1];
      if (!truth || truth.label === 'honest') honest++;
      if (truth?.gang) add(counts, truth.gang);
    }
    const wrong = { right: false, role: false };
    if (honest > MOST_HONEST * gang.cases.length) return wrong;
    if (gang.role === 'forger') {
      const right = mostly(truths, row, gang) !== null;
      return { right, role: right };
    }
    for (const [name, n] of counts)
      if (2 * n >= gang.cases.length) return { right: true, role: roles.get(name) === gang.role };
    return wrong;
  });
}

/** Right ones among the first so many; null where nothing was mined. */
export function precisionAtFirst(right: readonly boolean[], first: number): number | null {
  const looked = right.slice(0, first);
  return looked.length > 0 ? looked.filter(Boolean).length / looked.length : null;
}

/** Pieces that one agency came in: mined gangs that it dominates, on average over agencies found at all. */
export function piecesPerAgency({ mined }: Contingency): number {
  const pieces = new Map<string, number>();
  for (const { cases, byAgency } of mined.values())
    for (const [agency, n] of byAgency) if (2 * n >= cases) add(pieces, agency);
  const all = [...pieces.values()];
  return all.length > 0 ? all.reduce((sum, n) => sum + n, 0) / all.length : 0;
}
