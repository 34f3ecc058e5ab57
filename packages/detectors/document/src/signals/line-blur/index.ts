// After S. Zhuo, T. Sim, "Defocus map estimation from a single image" (2011): sharpness of edges from a page and its blurred copy,
// here per word, less what words of that stroke width, size and contrast have on the page.

import { format } from '@jianzhen/evidence';
import type { Signal } from '../../signal.ts';
import type { LikelihoodModel } from '../../texture/likelihood.ts';
import { runWordSignal, WORD_STATISTICS } from '../../texture/word-signal.ts';
import type { JudgedWord } from '../../texture/words.ts';
import model from './model.json' with { type: 'json' };

const SHARPER = {
  zh: '该处笔画边缘比页面同类文字锐利 {times} 倍',
  en: 'The edges of these strokes are {times} times as sharp as those of like text on the page',
};
const SOFTER = {
  zh: '该处笔画边缘的锐度只有页面同类文字的 1/{times}',
  en: 'The edges of these strokes are 1/{times} as sharp as those of like text on the page',
};

function describe({ difference }: JudgedWord) {
  const log = difference.sharpness;
  const times = Math.exp(Math.abs(log)).toFixed(2);
  return {
    message: format(log > 0 ? SHARPER : SOFTER, { times }),
    values: { sharpnessRatio: Number(Math.exp(log).toFixed(3)) },
  };
}

export const lineBlur: Signal = {
  id: 'line-blur',
  source: 'S. Zhuo, T. Sim, Defocus map estimation from a single image (2011)',
  statisticNames: WORD_STATISTICS,
  applies: (page) => page.image.track !== 'render',
  run: (page) =>
    runWordSignal(
      {
        code: 'document.sharpness-inconsistent',
        model: model as unknown as LikelihoodModel,
        lead: 'sharpness',
        layers: ['sharpness', 'curvature', 'midtones', 'steep'],
        describe,
      },
      page,
    ),
};
