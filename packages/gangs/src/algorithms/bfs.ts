import type { Directed } from './types.ts';

/** Edges on the shortest way from a vertex along the edges' direction; −1 where there is none (Graphalytics 1.0.3, section 2.3.1). */
export function breadthFirst({ out }: Directed, source: number): Int32Array {
  const depth = new Int32Array(out.offsets.length - 1).fill(-1);
  const queue = new Int32Array(depth.length);
  depth[source] = 0;
  queue[0] = source;
  let length = 1;
  for (let head = 0; head < length; head++) {
    const v = queue[head]!;
    for (let at = out.offsets[v]!; at < out.offsets[v + 1]!; at++) {
      const other = out.items[at]!;
      if (depth[other] !== -1) continue;
      depth[other] = depth[v]! + 1;
      queue[length++] = other;
    }
  }
  return depth;
}
