// S. Lyu, X. Pan, X. Zhang, "Exposing Region Splicing Forgeries with Blind Local Noise Estimation" (2014): noise of the paper, cell by
// cell. The same measures as clean-background, fitted to every kind of edit instead of to erasing alone.

import { format } from '@jianzhen/evidence';
import type { Signal } from '../../signal.ts';
import { CELL_STATISTICS, runCellSignal } from '../../texture/cell-signal.ts';
import { grainPercent } from '../../texture/grain.ts';
import type { LikelihoodModel } from '../../texture/likelihood.ts';
import model from './model.json' with { type: 'json' };

const MESSAGE = {
  zh: '该处纸面噪声与页面其余部分不一致（强度为周围同类纸面的 {percent}%）',
  en: 'The noise of the paper here does not go with the rest of the page ({percent}% of the strength around)',
};

export const paperNoise: Signal = {
  id: 'paper-noise',
  source:
    'S. Lyu, X. Pan, X. Zhang, Exposing Region Splicing Forgeries with Blind Local Noise Estimation (2014)',
  statisticNames: CELL_STATISTICS,
  applies: (page) => page.image.track !== 'render',
  run: (page) =>
    runCellSignal(
      {
        code: 'document.noise-inconsistent',
        model: model as unknown as LikelihoodModel,
        layers: ['fine.line', 'coarse.line', 'equal.line', 'chroma.line', 'correlation.line', 'fine.step'],
        describe(group, measures) {
          const percent = grainPercent(group, measures);
          return {
            message: format(MESSAGE, { percent }),
            values: { grainPercent: percent, cells: group.cells },
          };
        },
      },
      page,
    ),
};
