// R. Moulton, Y. Jiang, "Maximally consistent sampling and the Jaccard index of probability distributions" (ICDM 2018): a slot
// takes the feature with the least −ln(u)/weight; two pages agree in a slot with the probability Jaccard index of their weights,
// which like Ioffe's (2010) weighted one counts heavy features more, and does not fall when one page holds more text.

import type { Features } from './features.ts';
import { mix } from './hash.ts';

/** A sketch of weighted features, a 16-bit value a slot; all zeros of a page without any. */
export function minHash(features: Features, slots: number): Uint16Array {
  const sketch = new Uint16Array(slots);
  const least = new Float64Array(slots).fill(Number.POSITIVE_INFINITY);
  for (const [feature, weight] of features) {
    if (weight <= 0) continue;
    for (let slot = 0; slot < slots; slot++) {
      const drawn = (mix(feature ^ Math.imul(slot + 1, 0x9e3779b1)) + 0.5) / 2 ** 32;
      // −ln u is never less than 1 − u, which spares most logarithms.
      if (1 - drawn >= least[slot]! * weight) continue;
      const arrival = -Math.log(drawn) / weight;
      if (arrival >= least[slot]!) continue;
      least[slot] = arrival;
      sketch[slot] = mix(feature + slot) & 0xffff;
    }
  }
  return sketch;
}
