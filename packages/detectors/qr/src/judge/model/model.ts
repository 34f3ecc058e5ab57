import { type Calibration, calibrated, type Ensemble, logOdds } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { FEATURE_GROUPS, type FeatureGroup } from './features.ts';
import type { NameModel } from './names.ts';
import type { TextModel } from './text.ts';

/** Where a probability becomes a level: `danger` for at most 1% false alarms on ordinary links, `caution` where misses and alarms are equal. */
export interface Levels {
  readonly caution: number;
  readonly danger: number;
}

/** What scripts/fit-url fitted. */
export interface UrlModel {
  readonly version: string;
  readonly text: TextModel;
  readonly names: NameModel;
  /** Log-odds of a deceit, from the text's score and the facts. */
  readonly trees: Ensemble;
  /** At even odds of deceits and ordinary links. */
  readonly calibration: Calibration;
  readonly levels: Levels;
  /** Median of each input over ordinary links of training. */
  readonly typical: Readonly<Record<string, number>>;
}

/** The model as it lies on disk: weights in base64. */
export interface UrlModelFile extends Omit<UrlModel, 'text' | 'names'> {
  readonly text: { readonly bias: number; readonly scale: number; readonly weights: string };
  readonly names: { readonly trigrams: string; readonly words: string };
}

const VERSION = '1';

/**
 * Opens models/url/model.json.
 * @throws CodedError `qr.model-unreadable`
 */
export function openUrlModel(json: string): UrlModel {
  try {
    const file: UrlModelFile = JSON.parse(json);
    const bytes = (text: string) => new Int8Array(Buffer.from(text, 'base64'));
    const weights = bytes(file.text.weights);
    const names = { trigrams: bytes(file.names.trigrams), words: new Set(file.names.words.split(' ')) };
    if (file.version !== VERSION || !Number.isInteger(Math.log2(weights.length)) || !file.trees.trees.length)
      throw new Error('not a model of this version');
    return { ...file, text: { ...file.text, weights }, names };
  } catch (cause) {
    throw errors('qr.model-unreadable', { detail: (cause as Error).message }, { cause });
  }
}

type Features = Readonly<Record<string, number>>;

/** Probability that a link is there to deceive, at even odds. */
export const linkProbability = ({ trees, calibration }: UrlModel, features: Features): number =>
  calibrated(calibration, logOdds(trees, features));

/** What each group of inputs adds to the log-odds: how far they fall when the group is as in ordinary links. */
export function groupWeights({ trees, typical }: UrlModel, features: Features): Record<FeatureGroup, number> {
  const all = logOdds(trees, features);
  const weights = {} as Record<FeatureGroup, number>;
  for (const [group, names] of Object.entries(FEATURE_GROUPS) as [FeatureGroup, readonly string[]][]) {
    const changed = { ...features };
    for (const name of names) changed[name] = typical[name] ?? 0;
    weights[group] = all - logOdds(trees, changed);
  }
  return weights;
}
