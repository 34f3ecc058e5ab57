import type { Wording } from '../types.ts';
import { MEDICAL } from './medical.ts';
import { MONEY } from './money.ts';
import { WORK } from './work.ts';

const every = (offset: 0 | 1) => (_: Wording, i: number) => i % 2 === offset;
const all = [...MEDICAL, ...WORK, ...MONEY];

/** Forms by what they may be used for: what is measured is never what was tuned on. */
export const WORDINGS: Readonly<Record<'tuning' | 'reported', readonly Wording[]>> = {
  tuning: all.filter(every(0)),
  reported: all.filter(every(1)),
};
