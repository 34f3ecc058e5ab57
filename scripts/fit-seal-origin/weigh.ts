// How the network's word and the trees' become one probability, and from where on something is said.
import { layerProbability, type OriginModel } from '@jianzhen/detector-seal';
import { auc, balancedAccuracy } from '@jianzhen/evaluate';
import { fitLogRatio } from '@jianzhen/learn';
import { isLayer, type OriginRow } from './rows.ts';

/** A seal and the log-odds that trees and network give it. */
export interface Judged {
  readonly row: OriginRow;
  readonly trees: number;
  readonly network: number;
}

type Weights = OriginModel['weights'];

const RIDGE = 1e-3;
/** Stamps that may be called pasted, and layers that may be called ink. */
const ERRORS = 0.05;

/** Signatures' seals are layers that nobody pasted: not asked for. */
const asked = (judged: readonly Judged[]) => judged.filter(({ row }) => row.maker !== 'esign');
const labelOf = ({ row }: Judged): number => (isLayer(row) ? 1 : 0);

/** At even odds of ink and layers. */
export function weigh(judged: readonly Judged[]): Weights {
  const own = asked(judged);
  const labels = own.map(labelOf);
  const rows = own.map(({ trees, network }) => [trees, network, 1]);
  const [trees, network, offset] = fitLogRatio(rows, labels, { ridge: RIDGE }).map((value) =>
    Number(value.toPrecision(4)),
  );
  const weights = { trees: trees!, network: network!, offset: offset! };
  const told = (name: string, scores: readonly number[]) =>
    `${name} AUC ${auc(scores, labels).toFixed(3)}, balanced accuracy ${balancedAccuracy(scores, labels, 0).toFixed(3)}`;
  const both = own.map((one) => trees! * one.trees + network! * one.network + offset!);
  console.error(
    [
      `${own.length} seals, ${labels.filter(Boolean).length} of them layers`,
      told(
        'trees',
        own.map((one) => one.trees),
      ),
      told(
        'network',
        own.map((one) => one.network),
      ),
      told('both', both),
    ].join('; '),
  );
  return weights;
}

/** Probabilities up to which a seal is ink and from which it is pasted. */
export function limits(judged: readonly Judged[], weights: Weights): Pick<OriginModel, 'ink' | 'pasted'> {
  const of = (group: (one: Judged) => boolean) =>
    asked(judged)
      .filter(group)
      .map((one) => layerProbability({ weights }, one.trees, one.network))
      .sort((a, b) => a - b);
  const layers = of((one) => labelOf(one) === 1);
  // Real imprints are few beside simulated stamps: the limit holds for each of them.
  const inks = [of(({ row }) => row.maker === 'stamp'), of(({ row }) => row.maker === 'tile')].filter(
    ({ length }) => length > 0,
  );
  return {
    ink: Math.min(0.5, layers[Math.floor(ERRORS * layers.length)]!),
    pasted: Math.max(0.5, ...inks.map((group) => group[Math.floor((1 - ERRORS) * group.length)]!)),
  };
}
