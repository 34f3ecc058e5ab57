import { type Link, linkSlots, share } from '@jianzhen/detector-qr';
import type { SparseRows } from '@jianzhen/learn';

export interface WeightedLabel {
  readonly link: Link;
  readonly label: 0 | 1;
  readonly weight: number;
}

function grown<T extends Uint32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Hashed n-grams of links, a row a link. */
export function rowsOf(samples: readonly WeightedLabel[], bits: number): SparseRows {
  const starts = new Uint32Array(samples.length + 1);
  let slots = new Uint32Array(64 * samples.length);
  let values = new Float32Array(slots.length);
  let at = 0;
  samples.forEach(({ link }, r) => {
    for (const field of Object.values(linkSlots(link, bits))) {
      if (at + field.length > slots.length) {
        slots = grown(slots, new Uint32Array(2 * slots.length));
        values = grown(values, new Float32Array(2 * values.length));
      }
      slots.set(field, at);
      values.fill(share(field.length), at, at + field.length);
      at += field.length;
    }
    starts[r + 1] = at;
  });
  return {
    starts,
    slots: slots.slice(0, at),
    values: values.slice(0, at),
    labels: Uint8Array.from(samples, ({ label }) => label),
    weights: Float32Array.from(samples, ({ weight }) => weight),
  };
}
