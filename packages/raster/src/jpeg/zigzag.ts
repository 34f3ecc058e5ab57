/** Natural index (8·v + u) of each place in the zigzag sequence; ITU-T T.81 figure A.6. */
export const NATURAL_FROM_ZIGZAG: Uint8Array = zigzag();

/** Place in the zigzag sequence of each natural index. */
export const ZIGZAG_FROM_NATURAL: Uint8Array = inverse(NATURAL_FROM_ZIGZAG);

function zigzag(): Uint8Array {
  const order = new Uint8Array(64);
  let k = 0;
  for (let diagonal = 0; diagonal < 15; diagonal++) {
    const first = Math.max(0, diagonal - 7);
    const last = Math.min(7, diagonal);
    for (let step = first; step <= last; step++) {
      // Even diagonals run upwards (v falls), odd ones downwards.
      const v = diagonal % 2 === 0 ? diagonal - step : step;
      order[k++] = 8 * v + (diagonal - v);
    }
  }
  return order;
}

function inverse(order: Uint8Array): Uint8Array {
  const result = new Uint8Array(order.length);
  for (let k = 0; k < order.length; k++) result[order[k]!] = k;
  return result;
}
