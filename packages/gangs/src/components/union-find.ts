/** The root of a vertex's set; every other vertex on the way is hung one higher (path halving). @param parents negative at roots */
export function findRoot(parents: Int32Array, vertex: number): number {
  let at = vertex;
  let parent = parents[at]!;
  while (parent >= 0) {
    const above = parents[parent]!;
    if (above < 0) return parent;
    parents[at] = above;
    at = above;
    parent = parents[at]!;
  }
  return at;
}

/**
 * Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms" (JACM 1984): union by size, path halving.
 * One column holds both: a root holds minus the size of its set, any other vertex its parent.
 */
export class UnionFind {
  readonly parents: Int32Array;

  /** @param vertices how many there are; each a set of its own. */
  constructor(vertices: number) {
    this.parents = new Int32Array(vertices).fill(-1);
  }

  find(vertex: number): number {
    return findRoot(this.parents, vertex);
  }

  /** Whether that joined two sets. */
  union(a: number, b: number): boolean {
    const { parents } = this;
    let large = this.find(a);
    let small = this.find(b);
    if (large === small) return false;
    if (parents[large]! > parents[small]!) [large, small] = [small, large];
    parents[large]! += parents[small]!;
    parents[small] = large;
    return true;
  }

  size(vertex: number): number {
    return -this.parents[this.find(vertex)]!;
  }

  /** For every vertex the least vertex of its set: an answer that depends on no order of the links. */
  labels(): Int32Array {
    const { parents } = this;
    const least = new Int32Array(parents.length).fill(-1);
    const labels = new Int32Array(parents.length);
    for (let vertex = 0; vertex < parents.length; vertex++) {
      const root = this.find(vertex);
      if (least[root] === -1) least[root] = vertex;
      labels[vertex] = least[root]!;
    }
    return labels;
  }
}

/** Weakly connected components of a list of links between numbers below `vertices`: a label each, its least vertex. */
export function components(vertices: number, from: Int32Array, to: Int32Array): Int32Array {
  const sets = new UnionFind(vertices);
  for (let link = 0; link < from.length; link++) sets.union(from[link]!, to[link]!);
  return sets.labels();
}
