// Average linkage by the nearest-neighbour chain: Murtagh, "A survey of recent advances in hierarchical clustering algorithms" (1983), with the
// update of Lance and Williams 1967. Average linkage is reducible: a merger elsewhere never brings a third cluster nearer than its parts were.

/** Likenesses of all pairs i > j in one row: place i (i − 1) / 2 + j. */
export interface PairTable {
  readonly count: number;
  readonly values: Float32Array;
}

export const pairPlace = (i: number, j: number): number =>
  i > j ? (i * (i - 1)) / 2 + j : (j * (j - 1)) / 2 + i;

/**
 * Groups whose mean likeness is at or above `threshold`, as a group's number for each member, from 0 in the order of first members. The table
 * is used up. O(n²) time.
 */
export function averageLinkage({ count, values }: PairTable, threshold: number): Uint32Array {
  const sizes = new Float64Array(count).fill(1);
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  /** Clusters that may still merge. */
  const active = new Set(parent);
  const chain: number[] = [];
  while (active.size > 0) {
    if (chain.length === 0) chain.push(active.values().next().value!);
    const top = chain.at(-1)!;
    const before = chain.at(-2);
    // Ties go back along the chain, or it would not end.
    let [nearest, likeness] =
      before === undefined ? [-1, -Infinity] : [before, values[pairPlace(top, before)]!];
    for (const other of active) {
      if (other === top) continue;
      const value = values[pairPlace(top, other)]!;
      if (value > likeness) [nearest, likeness] = [other, value];
    }
    if (likeness < threshold || nearest < 0) {
      // Its nearest is too far, and no merger will bring any nearer.
      active.delete(top);
      chain.pop();
    } else if (nearest === before) {
      chain.length -= 2;
      merge(before, top);
    } else chain.push(nearest);
  }
  return numbered(parent);

  function merge(into: number, from: number): void {
    active.delete(from);
    parent[from] = into;
    const [a, b] = [sizes[into]!, sizes[from]!];
    for (const other of active) {
      if (other === into) continue;
      const at = pairPlace(into, other);
      values[at] = (a * values[at]! + b * values[pairPlace(from, other)]!) / (a + b);
    }
    sizes[into] = a + b;
  }
}

function numbered(parent: Int32Array): Uint32Array {
  const numbers = new Map<number, number>();
  return Uint32Array.from(parent, (_, i) => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}
