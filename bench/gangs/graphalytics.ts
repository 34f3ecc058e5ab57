import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  breadthFirst,
  components,
  type Directed,
  directedGraph,
  labelPropagation,
  localClustering,
  pageRank,
} from '@jianzhen/gangs';

/** A validation graph of LDBC Graphalytics: a line a vertex, its neighbours behind it. */
interface Graph {
  readonly ids: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly graph: Directed;
}

const UNREACHED = '9223372036854775807';
/** Graphalytics' own tolerance, relative. */
const EPSILON = 1e-4;

const rowsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([id]) => id);

function readGraph(file: string, directed: boolean): Graph {
  const rows = rowsOf(file);
  const ids = [...new Set(rows.flat())].sort((a, b) => Number(a) - Number(b));
  const place = new Map(ids.map((id, i) => [id, i]));
  const edges = rows.flatMap(([id, ...others]) =>
    others.map((other) => [place.get(id!)!, place.get(other)!]),
  );
  const from = Int32Array.from(edges, ([a]) => a!);
  const to = Int32Array.from(edges, ([, b]) => b!);
  return { ids, from, to, graph: directedGraph(ids.length, from, to, directed) };
}

/** The parameters that the graph's properties file gives an algorithm. */
function parameter(folder: string, name: string, key: string): number {
  const text = readFileSync(join(folder, 'config-template', 'graphs', `${name}.properties`), 'utf8');
  const value = new RegExp(`^graph\\.[\\w-]+\\.${key} = (.+)$`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`${name}: no ${key}`);
  return Number(value);
}

type Compare = (got: readonly string[], expected: readonly string[]) => boolean;

const exactly: Compare = (got, expected) => got.every((value, i) => value === expected[i]);
const nearly: Compare = (got, expected) =>
  got.every((value, i) => {
    const [a, b] = [Number(value), Number(expected[i])];
    return a === b || Math.abs(a - b) <= EPSILON * Math.abs(b);
  });
/** The same sets, whatever they are called. */
const equivalently: Compare = (got, expected) => {
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  return got.every((value, i) => {
    const other = expected[i]!;
    if (!there.has(value)) there.set(value, other);
    if (!back.has(other)) back.set(other, value);
    return there.get(value) === other && back.get(other) === value;
  });
};

interface Algorithm {
  readonly compare: Compare;
  readonly tolerance: string;
  run(graph: Graph, parameters: (key: string) => number): Iterable<string | number>;
}

const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  bfs: {
    compare: exactly,
    tolerance: 'exact',
    run: ({ ids, graph }, parameters) =>
      Array.from(breadthFirst(graph, ids.indexOf(String(parameters('bfs.source-vertex')))), (depth) =>
        depth < 0 ? UNREACHED : depth,
      ),
  },
  cdlp: {
    compare: exactly,
    tolerance: 'exact',
    run: ({ ids, graph }, parameters) =>
      Array.from(labelPropagation(graph, parameters('cdlp.max-iterations')), (label) => ids[label]!),
  },
  lcc: { compare: nearly, tolerance: 'within 1e-4', run: ({ graph }) => localClustering(graph) },
  pr: {
    compare: nearly,
    tolerance: 'within 1e-4',
    run: ({ graph }, parameters) =>
      pageRank(graph, parameters('pr.num-iterations'), parameters('pr.damping-factor')),
  },
  wcc: {
    compare: equivalently,
    tolerance: 'same sets',
    run: ({ ids, from, to }) => components(ids.length, from, to),
  },
};

export interface Validation {
  readonly algorithm: string;
  readonly tolerance: string;
  readonly graphs: number;
  readonly right: number;
}

/** Every implemented algorithm against the expected answers of every validation graph that has them. @param folder `graphs/graphalytics` */
export function validate(folder: string): Validation[] {
  const root = join(folder, 'graphalytics-validation/src/main/resources/validation-graphs');
  return Object.entries(ALGORITHMS).map(([algorithm, { compare, tolerance, run }]) => {
    const trials: boolean[] = [];
    const check = (input: string, output: string, name: string, directed: boolean) => {
      const graph = readGraph(input, directed);
      const expected = new Map(rowsOf(output).map(([id, value]) => [id!, value!]));
      const got = Array.from(
        run(graph, (key) => parameter(folder, name, key)),
        String,
      );
      const asked = graph.ids.flatMap((id, i) => (expected.has(id) ? [i] : []));
      trials.push(
        asked.length === expected.size &&
          compare(
            asked.map((i) => got[i]!),
            asked.map((i) => expected.get(graph.ids[i]!)!),
          ),
      );
    };
    for (const file of readdirSync(join(root, algorithm)).filter((name) => name.endsWith('-input'))) {
      const directed = file.startsWith('dir');
      const name = `test-${algorithm}-${directed ? 'directed' : 'undirected'}`;
      const input = join(root, algorithm, file);
      check(input, input.replace('-input', '-output'), name, directed);
    }
    for (const kind of ['directed', 'undirected']) {
      const name = `example-${kind}`;
      const input = join(root, 'example', `${name}-input`);
      check(input, join(root, 'example', `${name}-${algorithm.toUpperCase()}`), name, kind === 'directed');
    }
    return { algorithm, tolerance, graphs: trials.length, right: trials.filter(Boolean).length };
  });
}
