/**
 * Tarjan, "A note on finding the bridges of a graph" (Information Processing Letters 2, 1974), without recursion.
 * @param adjacency vertices' neighbours as numbers of edges: edge `e` joins `ends[2e]` and `ends[2e + 1]`
 * @returns per edge, how many vertices its removal parts from the rest (the lesser side), 0 where it parts none
 */
export function bridges(vertices: number, ends: Int32Array): Int32Array {
  const edges = ends.length / 2;
  const degree = new Int32Array(vertices + 1);
  for (const vertex of ends) degree[vertex + 1]!++;
  for (let v = 0; v < vertices; v++) degree[v + 1]! += degree[v]!;
  const next = degree.slice();
  const incident = new Int32Array(ends.length);
  for (let i = 0; i < ends.length; i++) incident[next[ends[i]!]!++] = i >> 1;
  const seen = new Int32Array(vertices).fill(-1);
  const low = new Int32Array(vertices);
  const below = new Int32Array(vertices).fill(1);
  const by = new Int32Array(vertices).fill(-1);
  const cursor = degree.slice(0, vertices);
  const parted = new Int32Array(edges);
  let clock = 0;
  for (let root = 0; root < vertices; root++) {
    if (seen[root] !== -1) continue;
    const reached: number[] = [root];
    const cut: number[] = [];
    const stack = [root];
    seen[root] = low[root] = clock++;
    while (stack.length > 0) {
      const v = stack.at(-1)!;
      if (cursor[v]! < degree[v + 1]!) {
        const edge = incident[cursor[v]!++]!;
        if (edge === by[v]) continue;
        const other = ends[2 * edge] === v ? ends[2 * edge + 1]! : ends[2 * edge]!;
        if (seen[other] === -1) {
          seen[other] = low[other] = clock++;
          by[other] = edge;
          stack.push(other);
          reached.push(other);
        } else low[v] = Math.min(low[v]!, seen[other]!);
        continue;
      }
      stack.pop();
      const parent = stack.at(-1);
      if (parent === undefined) continue;
      low[parent] = Math.min(low[parent]!, low[v]!);
      below[parent]! += below[v]!;
      if (low[v]! > seen[parent]!) cut.push(v);
    }
    for (const v of cut) parted[by[v]!] = Math.min(below[v]!, reached.length - below[v]!);
  }
  return parted;
}
