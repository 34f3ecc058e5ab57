import type { Voiceprint } from '@jianzhen/evidence';
import type { BackEnd } from '../back-end/index.ts';
import type { PairTable } from './linkage.ts';

/** Calibrated ratios of all pairs. @throws CodedError `voice.models-differ` */
export function pairRatios(backEnd: BackEnd, prints: readonly Voiceprint[]): PairTable {
  const templates = prints.map((print) => backEnd.template(print));
  const count = templates.length;
  const values = new Float32Array((count * (count - 1)) / 2);
  let at = 0;
  for (let i = 1; i < count; i++)
    for (let j = 0; j < i; j++) values[at++] = backEnd.ratio(templates[i]!, templates[j]!);
  return { count, values };
}
