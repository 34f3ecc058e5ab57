import { CONTEXT_NAMES as CELL_CONTEXT, DEVIATION_NAMES } from '../cell-likelihood.ts';

/** Which inputs a signal's likelihood ratio is made of, and which operations it is fitted to find. */
export interface ModelPlan {
  readonly signal: string;
  readonly kind: 'word' | 'cell';
  readonly deviations: readonly string[];
  readonly context: readonly string[];
  readonly operations: readonly string[];
}

const WORD_CONTEXT = ['ink', 'contrast', 'height', 'stroke', 'words'];
const TEXT_OPERATIONS = ['copy-move', 'splice', 'retype'];

export const MODELS: readonly ModelPlan[] = [
  {
    signal: 'line-noise',
    kind: 'word',
    deviations: [
      'paperNoise',
      'paperFlat',
      'paperEqual',
      'ringing',
      'correlationAcross',
      'correlationDown',
      'chromaNoise',
      'inkFlat',
      'coreSpread',
    ],
    context: WORD_CONTEXT,
    operations: TEXT_OPERATIONS,
  },
  {
    signal: 'line-blur',
    kind: 'word',
    deviations: ['sharpness', 'reblur', 'curvature', 'midtones', 'steepest', 'steep', 'dip', 'halo'],
    context: WORD_CONTEXT,
    operations: TEXT_OPERATIONS,
  },
  {
    signal: 'ink-colour',
    kind: 'word',
    deviations: [
      'ink',
      'core',
      'coreSpread',
      'paper',
      'contrast',
      'inkBlue',
      'inkRed',
      'paperBlue',
      'paperRed',
    ],
    context: WORD_CONTEXT,
    operations: TEXT_OPERATIONS,
  },
  {
    signal: 'clean-background',
    kind: 'cell',
    deviations: DEVIATION_NAMES,
    context: CELL_CONTEXT,
    operations: ['erase'],
  },
  {
    signal: 'paper-noise',
    kind: 'cell',
    deviations: DEVIATION_NAMES,
    context: CELL_CONTEXT,
    operations: ['erase', ...TEXT_OPERATIONS],
  },
];
