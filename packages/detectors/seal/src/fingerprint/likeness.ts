import { alignImprints, type ImprintAgreement } from './imprint.ts';
import type { ImprintNetwork } from './network.ts';
import type { PolarMap } from './polar.ts';
import { ASKED_FROM, imprintLogOdds, sameImprintByTrees, sameImprintProbability } from './weigh.ts';

export interface Likeness {
  /** Calibrated probability that both are of one die or picture, 0–1. */
  readonly probability: number;
  /** How the second lies over the first. */
  readonly agreement: ImprintAgreement;
}

/** How likely pairs of seals are of one die or picture: by the trees, and where these do not tell them apart by the network. */
export async function likenessOf(
  pairs: readonly (readonly [PolarMap, PolarMap])[],
  network: ImprintNetwork,
): Promise<Likeness[]> {
  const agreements = pairs.map(([a, b]) => alignImprints(a, b));
  const said = await networkLogOdds(pairs, agreements, network);
  return agreements.map((agreement, i) => {
    const told = said.get(i);
    const probability =
      told === undefined
        ? sameImprintByTrees(imprintLogOdds(agreement.features))
        : sameImprintProbability(told);
    return { probability, agreement };
  });
}

/**
 * What the network says of the pairs, by their number, that trees do not tell apart: log-odds, the mean of both ways to lay two seals over
 * each other, for an accident of one is seldom one of the other.
 */
export async function networkLogOdds(
  pairs: readonly (readonly [PolarMap, PolarMap])[],
  agreements: readonly ImprintAgreement[],
  network: ImprintNetwork,
): Promise<Map<number, number>> {
  const asked = [...pairs.keys()].filter(
    (i) => sameImprintByTrees(imprintLogOdds(agreements[i]!.features)) >= ASKED_FROM,
  );
  const there = asked.map((i) => agreements[i]!.laid);
  const back = asked.map((i) => alignImprints(pairs[i]![1], pairs[i]![0]).laid);
  const said = await network([...there, ...back]);
  return new Map(asked.map((i, k) => [i, (said[k]! + said[asked.length + k]!) / 2]));
}
