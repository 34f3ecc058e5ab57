/**
 * J. S. Beis, D. G. Lowe (1997), "Shape indexing using approximate nearest-neighbour search in high-dimensional spaces",
 * CVPR: a k-d tree searched best bin first, with a bound on the number of leaves that are looked at.
 */
const LEAF = 8;

export interface KdTree {
  readonly dimensions: number;
  readonly points: Float32Array;
  /** Point numbers, a leaf's side by side. */
  readonly order: Int32Array;
  /** Per node: split dimension (−1: a leaf), split value, and its range of `order`. Children of i: 2i + 1, 2i + 2. */
  readonly axis: Int8Array;
  readonly value: Float32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function buildKdTree(points: Float32Array, dimensions: number): KdTree {
  const count = points.length / dimensions;
  const depth = Math.max(0, Math.ceil(Math.log2(Math.max(1, count / LEAF))));
  const nodes = 2 ** (depth + 1) - 1;
  const tree: KdTree = {
    dimensions,
    points,
    order: Int32Array.from({ length: count }, (_, i) => i),
    axis: new Int8Array(nodes).fill(-1),
    value: new Float32Array(nodes),
    from: new Int32Array(nodes),
    to: new Int32Array(nodes),
  };
  split(tree, 0, 0, count, depth);
  return tree;
}

function split(tree: KdTree, node: number, from: number, to: number, depth: number): void {
  tree.from[node] = from;
  tree.to[node] = to;
  if (depth === 0 || to - from <= LEAF) return;
  const axis = widestAxis(tree, from, to);
  const { points, dimensions } = tree;
  const middle = (from + to) >> 1;
  select(tree, axis, from, to - 1, middle);
  tree.axis[node] = axis;
  tree.value[node] = points[tree.order[middle] * dimensions + axis];
  split(tree, 2 * node + 1, from, middle, depth - 1);
  split(tree, 2 * node + 2, middle, to, depth - 1);
}

/** Hoare's selection: puts the point of rank `rank` by `axis` in its place, smaller ones before it. */
function select(tree: KdTree, axis: number, from: number, to: number, rank: number): void {
  const { points, dimensions, order } = tree;
  const key = (i: number) => points[order[i] * dimensions + axis];
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = key((low + high) >> 1);
    let i = low;
    let j = high;
    while (i <= j) {
      while (key(i) < pivot) i++;
      while (key(j) > pivot) j--;
      if (i > j) break;
      const swapped = order[i];
      order[i++] = order[j];
      order[j--] = swapped;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else return;
  }
}

function widestAxis(tree: KdTree, from: number, to: number): number {
  const { points, dimensions, order } = tree;
  let best = 0;
  let widest = -1;
  for (let k = 0; k < dimensions; k++) {
    let sum = 0;
    let squares = 0;
    for (let i = from; i < to; i++) {
      const v = points[order[i] * dimensions + k];
      sum += v;
      squares += v * v;
    }
    const variance = squares - (sum * sum) / (to - from);
    if (variance > widest) {
      widest = variance;
      best = k;
    }
  }
  return best;
}

/** The nearest points of the last search, nearest first. */
export interface Nearest {
  readonly count: number;
  readonly point: Int32Array;
  /** Squared distances. */
  readonly distance: Float64Array;
}

/**
 * A search that reuses its buffers: up to `k` accepted points near `query[offset …]`, out of at most `leaves` leaves.
 */
export function nearestSearch(tree: KdTree, maxLeaves: number, maxK: number) {
  const { dimensions, points, order } = tree;
  const heapNode = new Int32Array(64 * maxLeaves);
  const heapBound = new Float64Array(64 * maxLeaves);
  const point = new Int32Array(maxK);
  const distance = new Float64Array(maxK);
  const result = { count: 0, point, distance };
  let size = 0;
  const push = (node: number, bound: number) => {
    let i = size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (heapBound[parent] <= bound) break;
      heapBound[i] = heapBound[parent];
      heapNode[i] = heapNode[parent];
      i = parent;
    }
    heapBound[i] = bound;
    heapNode[i] = node;
  };
  const removeFirst = () => {
    const bound = heapBound[--size];
    const node = heapNode[size];
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && heapBound[child + 1] < heapBound[child]) child++;
      if (heapBound[child] >= bound) break;
      heapBound[i] = heapBound[child];
      heapNode[i] = heapNode[child];
      i = child;
    }
    heapBound[i] = bound;
    heapNode[i] = node;
  };
  return (
    query: Float32Array,
    offset: number,
    k: number,
    leaves: number,
    accept: (point: number) => boolean,
  ): Nearest => {
    let filled = 0;
    let bound = Number.POSITIVE_INFINITY;
    size = 0;
    push(0, 0);
    for (let seen = 0; seen < leaves && size > 0; seen++) {
      let node = heapNode[0];
      const base = heapBound[0];
      if (base >= bound) break;
      removeFirst();
      while (tree.axis[node] >= 0) {
        const gap = query[offset + tree.axis[node]] - tree.value[node];
        push(gap < 0 ? 2 * node + 2 : 2 * node + 1, base + gap * gap);
        node = gap < 0 ? 2 * node + 1 : 2 * node + 2;
      }
      const end = tree.to[node];
      for (let n = tree.from[node]; n < end; n++) {
        const candidate = order[n];
        const at = candidate * dimensions;
        let d = 0;
        for (let c = 0; c < dimensions && d < bound; c++) {
          const difference = query[offset + c] - points[at + c];
          d += difference * difference;
        }
        if (d >= bound || !accept(candidate)) continue;
        let i = filled < k ? filled++ : k - 1;
        for (; i > 0 && distance[i - 1] > d; i--) {
          point[i] = point[i - 1];
          distance[i] = distance[i - 1];
        }
        point[i] = candidate;
        distance[i] = d;
        if (filled === k) bound = distance[k - 1];
      }
    }
    result.count = filled;
    return result;
  };
}
