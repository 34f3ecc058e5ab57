import { shuffled } from '../random.ts';
import type { WeightedGraph } from './types.ts';

/**
 * Fast local moving (Traag et al. 2019, algorithm A.2, MoveNodesFast): each vertex goes to the neighbouring community that
 * gains most, and only vertices whose neighbourhood changed are visited again. Changes `part`; whether anything moved.
 * @param factor resolution / 2m: joining a community of strength K costs a vertex of strength k `factor · k · K`
 */
export function moveVertices(
  graph: WeightedGraph,
  part: Int32Array,
  factor: number,
  random: () => number,
): boolean {
  const { offsets, targets, weights, strengths } = graph;
  const n = part.length;
  const held = new Float64Array(n);
  const members = new Int32Array(n);
  for (let v = 0; v < n; v++) {
    held[part[v]!]! += strengths[v]!;
    members[part[v]!]!++;
  }
  const free: number[] = [];
  for (let set = 0; set < n; set++) if (members[set] === 0) free.push(set);
  const queue = shuffled(n, random);
  const waiting = new Uint8Array(n).fill(1);
  const towards = new Float64Array(n);
  let head = 0;
  let length = n;
  let moved = false;
  while (length > 0) {
    const v = queue[head]!;
    head = head + 1 === n ? 0 : head + 1;
    length--;
    waiting[v] = 0;
    const own = part[v]!;
    const k = strengths[v]!;
    held[own]! -= k;
    members[own]!--;
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) towards[part[targets[at]!]!]! += weights[at]!;
    let best = own;
    let most = towards[own]! - factor * k * held[own]!;
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const set = part[targets[at]!]!;
      const gain = towards[set]! - factor * k * held[set]!;
      // Ties go to the lower number, so that the answer does not hang on the order of the edges.
      if (gain > most + 1e-12 || (gain > most - 1e-12 && set < best && best !== own)) {
        best = set;
        most = gain;
      }
    }
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) towards[part[targets[at]!]!] = 0;
    // Better alone than in any company.
    if (most < -1e-12 && members[own]! > 0) best = free.pop()!;
    held[best]! += k;
    members[best]!++;
    if (best === own) continue;
    moved = true;
    if (members[own] === 0) free.push(own);
    part[v] = best;
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const other = targets[at]!;
      if (waiting[other] || part[other] === best) continue;
      waiting[other] = 1;
      const tail = head + length;
      queue[tail >= n ? tail - n : tail] = other;
      length++;
    }
  }
  return moved;
}
