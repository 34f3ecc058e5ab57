import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leiden, modularity, weightedGraph } from '@jianzhen/gangs';
import { seeded } from '@jianzhen/learn';
import graphology from 'graphology';
import louvainModule from 'graphology-communities-louvain';

// CommonJS: what is imported is the function, though its types speak of a module.
const louvain = louvainModule as unknown as typeof louvainModule.default;

const RUNS = 10;

/** Strehl and Ghosh 2002: mutual information of two partitions over the arithmetic mean of their entropies, in [0, 1]. */
export function normalisedMutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  const count = <K>(keys: Iterable<K>) => {
    const found = new Map<K, number>();
    for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
    return found;
  };
  const [left, right] = [count(Array.from(a)), count(Array.from(b))];
  const entropy = (counts: Map<number, number>) =>
    [...counts.values()].reduce((sum, k) => sum - (k / n) * Math.log(k / n), 0);
  let information = 0;
  for (const [pair, k] of count(Array.from(a, (x, i) => `${x} ${b[i]}`))) {
    const [x, y] = pair.split(' ').map(Number);
    information += (k / n) * Math.log((n * k) / (left.get(x!)! * right.get(y!)!));
  }
  const mean = (entropy(left) + entropy(right)) / 2;
  return mean > 0 ? information / mean : 1;
}

export interface Found {
  readonly nmi: number;
  readonly communities: number;
  readonly modularity: number;
  readonly ms: number;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Communities of e-mail between people (SNAP email-Eu-core) against their departments; medians over ten seeds. */
export function departments(folder: string): { leiden: Found; louvain: Found } {
  const numbers = (file: string) =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number) as [number, number]);
  const labels = numbers('email-Eu-core-department-labels.txt').map(([, department]) => department);
  // Who writes to whom is told both ways, and to themselves; an edge of the graph is told once.
  const pairs = new Map(
    numbers('email-Eu-core.txt')
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => [Math.min(a, b) * labels.length + Math.max(a, b), [a, b]] as const),
  );
  const edges = [...pairs.values()];
  const from = Int32Array.from(edges, ([a]) => a);
  const to = Int32Array.from(edges, ([, b]) => b);
  const graph = weightedGraph(labels.length, from, to, new Float64Array(edges.length).fill(1));
  const other = new graphology.UndirectedGraph();
  for (const v of labels.keys()) other.addNode(v);
  for (const [a, b] of edges) other.addEdge(a, b);
  const runs = (find: (seed: number) => Int32Array): Found => {
    const found = Array.from({ length: RUNS }, (_, seed) => {
      const started = performance.now();
      const part = find(seed + 1);
      return {
        ms: performance.now() - started,
        nmi: normalisedMutualInformation(part, labels),
        communities: new Set(part).size,
        modularity: modularity(graph, part),
      };
    });
    const middle = (key: keyof Found) => median(found.map((one) => one[key]));
    return {
      nmi: middle('nmi'),
      communities: middle('communities'),
      modularity: middle('modularity'),
      ms: middle('ms'),
    };
  };
  return {
    leiden: runs((seed) => leiden(graph, { seed })),
    louvain: runs((seed) => {
      const part = louvain(other, { rng: seeded(seed) });
      return Int32Array.from(labels, (_, v) => part[v]!);
    }),
  };
}
