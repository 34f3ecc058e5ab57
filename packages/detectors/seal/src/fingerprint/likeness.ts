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

/** Log-odds by trees and network, each the mean of both ways to lay two seals over each other: an accident of one is seldom one of the other. */
export interface Evidence {
  readonly trees: number;
  readonly network: number;
}

/** How likely pairs of seals are of one die or picture: by the trees, and by both ways and the network as well where these do not tell them apart. */
export async function likenessOf(
  pairs: readonly (readonly [PolarMap, PolarMap])[],
  network: ImprintNetwork,
): Promise<Likeness[]> {
  const agreements = pairs.map(([a, b]) => alignImprints(a, b));
  const evidence = await evidenceOf(pairs, agreements, network);
  return agreements.map((agreement, i) => {
    const told = evidence.get(i);
    const probability = told
      ? sameImprintProbability(told.trees, told.network)
      : sameImprintByTrees(imprintLogOdds(agreement.features));
    return { probability, agreement };
  });
}

/** Of the pairs, by their number, that trees do not tell apart. */
export async function evidenceOf(
  pairs: readonly (readonly [PolarMap, PolarMap])[],
  agreements: readonly ImprintAgreement[],
  network: ImprintNetwork,
): Promise<Map<number, Evidence>> {
  const scores = agreements.map(({ features }) => imprintLogOdds(features));
  const asked = [...pairs.keys()].filter((i) => sameImprintByTrees(scores[i]!) >= ASKED_FROM);
  const back = asked.map((i) => alignImprints(pairs[i]![1], pairs[i]![0]));
  const said = await network([...asked.map((i) => agreements[i]!.laid), ...back.map(({ laid }) => laid)]);
  return new Map(
    asked.map((i, k) => [
      i,
      {
        trees: (scores[i]! + imprintLogOdds(back[k]!.features)) / 2,
        network: (said[k]! + said[asked.length + k]!) / 2,
      },
    ]),
  );
}
