import { add, type Contingency } from './contingency.ts';
import type { GangTruths, MinedGang } from './types.ts';

export interface DenOutcome {
  readonly den: string;
  /** A mined forger most of whose cases bear this den's papers. */
  readonly found: boolean;
  /** Agencies that use it, and those among them that are linked below the forger found. */
  readonly agencies: number;
  readonly linked: number;
  /** Mined forgers that are this den. */
  readonly pieces: number;
}

/** An agency uses a den from so many cases with its papers on. */
const LEAST_USE = 5;

export function denOutcomes(
  truths: GangTruths,
  mined: readonly MinedGang[],
  counts: Contingency,
): DenOutcome[] {
  const row = new Map(truths.caseId.map((id, i) => [id, i]));
  const uses = new Map<string, number>();
  for (const { gang, forger } of truths.cases) if (gang && forger) add(uses, `${forger} ${gang}`);
  const agencyOf = new Map(mined.map(({ gang }, i) => [gang, dominant(counts, i)]));
  const forgers = mined.filter(({ role }) => role === 'forger');
  const dens = forgers.map((forger) => mostly(truths, row, forger));
  return truths.gangs
    .filter(({ role }) => role === 'forger')
    .map(({ gang: den }) => {
      const agencies = truths.gangs.filter(
        ({ gang, upstream }) => upstream.includes(den) && (uses.get(`${den} ${gang}`) ?? 0) >= LEAST_USE,
      );
      const pieces = forgers.filter((_, i) => dens[i] === den);
      const linked = pieces.map((piece) => {
        const below = new Set([...piece.downstream, ...belowOf(mined, piece)].map((id) => agencyOf.get(id)));
        return agencies.filter(({ gang }) => below.has(gang)).length;
      });
      return {
        den,
        found: pieces.length > 0,
        agencies: agencies.length,
        linked: Math.max(0, ...linked),
        pieces: pieces.length,
      };
    });
}

const belowOf = (mined: readonly MinedGang[], { gang }: MinedGang): string[] =>
  mined.filter(({ upstream }) => upstream === gang).map((one) => one.gang);

/** The agency that makes up half of a mined gang or more; null without. */
export function dominant({ mined }: Contingency, gang: number): string | null {
  const counts = mined.get(gang);
  if (!counts) return null;
  for (const [agency, n] of counts.byAgency) if (2 * n >= counts.cases) return agency;
  return null;
}

/** The den whose papers half of a forger's cases bear or more; null without. */
export function mostly(
  { cases }: GangTruths,
  row: ReadonlyMap<string, number>,
  forger: MinedGang,
): string | null {
  const counts = new Map<string, number>();
  for (const id of forger.cases) {
    const den = cases[row.get(id) ?? -1]?.forger;
    if (den) add(counts, den);
  }
  for (const [den, n] of counts) if (2 * n >= forger.cases.length) return den;
  return null;
}
