// Paper that was erased or painted over: grain after J. Immerkær, "Fast noise variance estimation" (1996), at two scales, equal
// neighbours, chroma and the grain's correlation, each in cells of 8 × 8 against cells of like brightness and like nearness to print,
// pooled over windows as in B. Mahdian, S. Saic, "Using noise inconsistencies for blind image forensics" (2009), section 3.

import { format } from '@jianzhen/evidence';
import type { Signal } from '../../signal.ts';
import { CELL_STATISTICS, runCellSignal } from '../../texture/cell-signal.ts';
import type { CellMeasures } from '../../texture/cells.ts';
import { grainPercent } from '../../texture/grain.ts';
import type { CellGroup } from '../../texture/groups.ts';
import type { LikelihoodModel } from '../../texture/likelihood.ts';
import model from './model.json' with { type: 'json' };

const CLEAN = {
  zh: '该处纸面颗粒噪声只有周围的 {percent}%，像被擦除或覆盖过',
  en: 'The grain of the paper here is {percent}% of that around: it looks erased or painted over',
};
const OTHER = {
  zh: '该处纸面颗粒与周围不同（强度为周围的 {percent}%），像被擦除后填补过',
  en: 'The grain of the paper here differs from that around ({percent}% of its strength): it looks erased and filled in',
};

function describe(group: CellGroup, measures: CellMeasures) {
  const percent = grainPercent(group, measures);
  return {
    message: format(percent < 90 ? CLEAN : OTHER, { percent }),
    values: { grainPercent: percent, cells: group.cells },
  };
}

export const cleanBackground: Signal = {
  id: 'clean-background',
  source: 'B. Mahdian, S. Saic, Using noise inconsistencies for blind image forensics (2009)',
  statisticNames: CELL_STATISTICS,
  applies: (page) => page.image.track !== 'render',
  run: (page) =>
    runCellSignal(
      {
        code: 'document.background-erased',
        model: model as unknown as LikelihoodModel,
        layers: [],
        describe,
      },
      page,
    ),
};
