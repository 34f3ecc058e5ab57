import { type Agreement, bCubed, pairwise } from './clusters.ts';
import { contingency, gangOfCases } from './contingency.ts';
import { type DenOutcome, denOutcomes } from './dens.ts';
import { judgeGangs, piecesPerAgency, precisionAtFirst } from './first.ts';
import { type InnocentRow, innocentTable } from './innocents.ts';
import type { GangTruths, MinedGang } from './types.ts';

/** What mining made of one world. */
export interface WorldOutcome {
  readonly pairwise: Agreement;
  readonly bCubed: Agreement;
  readonly dens: readonly DenOutcome[];
  readonly innocents: readonly InnocentRow[];
  /** Gangs at the threshold or above, and those of them that are right. */
  readonly gangs: number;
  readonly right: number;
  /** Right ones whose role is right too. */
  readonly roles: number;
  readonly precisionAt20: number | null;
  /** Mined gangs an agency, of those found. */
  readonly pieces: number;
}

const FIRST = 20;

/** @param mined most dangerous first; those below the threshold are left out of everything */
export function evaluateGangs(
  truths: GangTruths,
  mined: readonly MinedGang[],
  threshold: number,
): WorldOutcome {
  const kept = mined.filter(({ score }) => score >= threshold);
  const counts = contingency(truths, gangOfCases(truths, kept));
  const judged = judgeGangs(truths, kept);
  const right = judged.map((gang) => gang.right);
  return {
    pairwise: pairwise(counts),
    bCubed: bCubed(counts),
    dens: denOutcomes(truths, kept, counts),
    innocents: innocentTable(truths, kept),
    gangs: kept.length,
    right: right.filter(Boolean).length,
    roles: judged.filter(({ role }) => role).length,
    precisionAt20: precisionAtFirst(right, FIRST),
    pieces: piecesPerAgency(counts),
  };
}
