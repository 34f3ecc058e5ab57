// J. Serra: Image Analysis and Mathematical Morphology, 1982; flat square elements, one axis after the other.

/**
 * Grey dilation by a square of edge 2·radius + 1: each cell becomes the largest value around it.
 * Beyond the edge lies nothing (0).
 */
export function dilate(map: Uint8Array, columns: number, radius = 1): Uint8Array {
  return extremum(map, columns, radius, Math.max);
}

/** Grey erosion: each cell becomes the smallest value around it; what lies beyond the edge does not count. */
export function erode(map: Uint8Array, columns: number, radius = 1): Uint8Array {
  return extremum(map, columns, radius, Math.min);
}

/**
 * Dilation, then erosion: fills gaps and holes up to the square's size. The map's edge draws nothing towards itself:
 * dilation may go beyond it before the erosion comes back.
 */
export function closing(map: Uint8Array, columns: number, radius = 1): Uint8Array {
  const wide = columns + 2 * radius;
  const padded = new Uint8Array(wide * (map.length / columns + 2 * radius));
  const result = new Uint8Array(map.length);
  for (let from = 0, to = radius * wide + radius; from < map.length; from += columns, to += wide) {
    padded.set(map.subarray(from, from + columns), to);
  }
  const closed = erode(dilate(padded, wide, radius), wide, radius);
  for (let to = 0, from = radius * wide + radius; to < map.length; to += columns, from += wide) {
    result.set(closed.subarray(from, from + columns), to);
  }
  return result;
}

/** Erosion, then dilation: removes what the square does not fit into. */
export function opening(map: Uint8Array, columns: number, radius = 1): Uint8Array {
  return dilate(erode(map, columns, radius), columns, radius);
}

function extremum(map: Uint8Array, columns: number, radius: number, pick: (a: number, b: number) => number) {
  const rows = map.length / columns;
  const across = map.slice();
  const both = new Uint8Array(map.length);
  for (let at = 0; at < map.length; at++) {
    const x = at % columns;
    for (let u = Math.max(0, x - radius); u <= Math.min(columns - 1, x + radius); u++) {
      across[at] = pick(across[at]!, map[at - x + u]!);
    }
  }
  for (let at = 0; at < map.length; at++) {
    const x = at % columns;
    const y = (at - x) / columns;
    let value = across[at]!;
    for (let v = Math.max(0, y - radius); v <= Math.min(rows - 1, y + radius); v++) {
      value = pick(value, across[v * columns + x]!);
    }
    both[at] = value;
  }
  return both;
}
