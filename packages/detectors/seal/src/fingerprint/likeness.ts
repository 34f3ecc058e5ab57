import { alignImprints, type ImprintAgreement, type LaidPair } from './imprint.ts';
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
  const likenesses = pairs.map(([a, b]): Likeness => {
    const agreement = alignImprints(a, b);
    return { probability: sameImprintByTrees(imprintLogOdds(agreement.features)), agreement };
  });
  const asked = [...pairs.keys()].filter((i) => likenesses[i]!.probability >= ASKED_FROM);
  const said = await networkLogOdds(
    asked.map((i) => [likenesses[i]!.agreement.laid, pairs[i]!] as const),
    network,
  );
  for (const [k, i] of asked.entries())
    likenesses[i] = { ...likenesses[i]!, probability: sameImprintProbability(said[k]!) };
  return likenesses;
}

/**
 * What the network says of pairs: log-odds, the mean of both ways to lay two seals over each other, for an accident of one is seldom one of
 * the other.
 *
 * @param pairs each as it is laid one way, and its maps
 */
export async function networkLogOdds(
  pairs: readonly (readonly [LaidPair, readonly [PolarMap, PolarMap]])[],
  network: ImprintNetwork,
): Promise<number[]> {
  const back = pairs.map(([, [a, b]]) => alignImprints(b, a).laid);
  const said = await network([...pairs.map(([laid]) => laid), ...back]);
  return pairs.map((_, k) => (said[k]! + said[pairs.length + k]!) / 2);
}
