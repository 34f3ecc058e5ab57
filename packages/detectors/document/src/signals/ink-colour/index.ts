// Ink of one print run has one colour. Robust outliers (P. J. Huber, "Robust Estimation of a Location Parameter", 1964) of ink level
// and chroma per word, against the page's other words of that stroke width, size and density; grey pages have levels alone.

import { format } from '@jianzhen/evidence';
import type { Signal } from '../../signal.ts';
import type { LikelihoodModel } from '../../texture/likelihood.ts';
import { runWordSignal, WORD_STATISTICS } from '../../texture/word-signal.ts';
import type { JudgedWord } from '../../texture/words.ts';
import model from './model.json' with { type: 'json' };

const DARKNESS = {
  zh: '该处墨色比页面同类文字{direction}{levels}级灰度，色偏相差 {hue}',
  en: 'The ink here is {levels} grey levels {direction} than like text on the page, its hue off by {hue}',
};

function describe({ difference }: JudgedWord) {
  const levels = Math.abs(Math.round(difference.core));
  const darker = difference.core < 0;
  const hue = Math.hypot(difference.inkBlue, difference.inkRed);
  const values = { levels, hue: hue.toFixed(1) };
  return {
    message: {
      zh: format(DARKNESS, { ...values, direction: darker ? '深' : '浅' }).zh,
      en: format(DARKNESS, { ...values, direction: darker ? 'darker' : 'lighter' }).en,
    },
    values: { inkDifference: Number(difference.core.toFixed(1)), hueDifference: Number(hue.toFixed(2)) },
  };
}

export const inkColour: Signal = {
  id: 'ink-colour',
  source: 'Robust outliers of ink level and chroma among the words of a page',
  statisticNames: WORD_STATISTICS,
  applies: (page) => page.image.track !== 'render',
  run: (page) =>
    runWordSignal(
      {
        code: 'document.ink-colour',
        model: model as unknown as LikelihoodModel,
        lead: 'core',
        layers: ['core', 'contrast', 'inkBlue', 'inkRed'],
        describe,
      },
      page,
    ),
};
