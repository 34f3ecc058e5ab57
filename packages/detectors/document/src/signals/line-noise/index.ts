// After B. Mahdian, S. Saic, "Using noise inconsistencies for blind image forensics" (2009) and S. Lyu, X. Pan, X. Zhang,
// "Exposing Region Splicing Forgeries with Blind Local Noise Estimation" (2014): noise that does not go with the rest of the page.
// Here per word, on its paper, around and inside its strokes, against what the page's like words have.

import { format } from '@jianzhen/evidence';
import type { Signal } from '../../signal.ts';
import type { LikelihoodModel } from '../../texture/likelihood.ts';
import { runWordSignal, WORD_STATISTICS } from '../../texture/word-signal.ts';
import type { JudgedWord } from '../../texture/words.ts';
import model from './model.json' with { type: 'json' };

const NOISIER = {
  zh: '该处文字周围的噪声是相邻文字的 {times} 倍',
  en: 'The noise around this text is {times} times that of the text nearby',
};
const CLEANER = {
  zh: '该处文字周围的噪声只有相邻文字的 1/{times}',
  en: 'The noise around this text is 1/{times} of that of the text nearby',
};

function describe({ difference }: JudgedWord) {
  // Of the two measures the one that stands out more.
  const { ringing, paperNoise } = difference;
  const log = Math.abs(ringing) > Math.abs(paperNoise) ? ringing : paperNoise;
  const times = Math.exp(Math.abs(log)).toFixed(1);
  return {
    message: format(log > 0 ? NOISIER : CLEANER, { times }),
    values: { noiseRatio: Number(Math.exp(log).toFixed(3)) },
  };
}

export const lineNoise: Signal = {
  id: 'line-noise',
  source: 'B. Mahdian, S. Saic, Using noise inconsistencies for blind image forensics (2009)',
  statisticNames: WORD_STATISTICS,
  applies: (page) => page.image.track !== 'render',
  run: (page) =>
    runWordSignal(
      {
        code: 'document.noise-inconsistent',
        model: model as unknown as LikelihoodModel,
        lead: 'ringing',
        layers: ['ringing', 'coreSpread', 'inkFlat'],
        describe,
      },
      page,
    ),
};
