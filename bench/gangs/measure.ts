// One measurement in a process of its own, `node bench/gangs/measure.ts WHAT LINKS [FILE]`: prints figures as JSON.
import { createReadStream } from 'node:fs';
import { components, createGangEngine, IncrementalComponents } from '@jianzhen/gangs';
import graphology from 'graphology';
import { linkNames, randomLinks } from './links.ts';

export interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Most resident memory that the process ever had, MB. */
  readonly peakMb: number;
  readonly components?: number;
  /** Milliseconds of single operations. */
  readonly times?: readonly number[];
}

const [what, links, file] = process.argv.slice(2);
const n = Number(links);

const count = (labels: Int32Array) => labels.reduce((sum, label, v) => sum + (label === v ? 1 : 0), 0);

const CASES = 2_000;
const TRACES = 5;

const MEASURES: Readonly<Record<string, () => Promise<() => Promise<Partial<Measured>>>>> = {
  async arrays() {
    const { vertices, from, to } = randomLinks(n);
    return async () => ({ components: count(components(vertices, from, to)) });
  },
  /** The same components by the library, its graph filled within the time, as ours reads its arrays within it. */
  async graphology() {
    const { vertices, from, to } = randomLinks(n);
    return async () => {
      const graph = new graphology.UndirectedGraph();
      for (let v = 0; v < vertices; v++) graph.addNode(v);
      for (let link = 0; link < n; link++) graph.mergeEdge(from[link], to[link]);
      const seen = new Set<string>();
      let found = 0;
      graph.forEachNode((node) => {
        if (seen.has(node)) return;
        found++;
        seen.add(node);
        const stack = [node];
        for (let at = stack.pop(); at !== undefined; at = stack.pop())
          graph.forEachNeighbor(at, (other) => {
            if (seen.has(other)) return;
            seen.add(other);
            stack.push(other);
          });
      });
      return { components: found };
    };
  },
  async csv() {
    const source = { file: file!, open: () => createReadStream(file!, { highWaterMark: 1 << 18 }) };
    const engine = createGangEngine('memory');
    return async () => {
      const found = await engine.components(source, (error) => {
        throw error;
      });
      return { components: found.components };
    };
  },
  /** A new case comes with five traces, four known and one new; and goes again. */
  async incremental() {
    const { vertices, from, to, random } = randomLinks(n);
    const following = IncrementalComponents.from(vertices, from, to);
    return async () => {
      const times: number[] = [];
      for (let i = 0; i < CASES; i++) {
        const started = performance.now();
        const id = following.add();
        for (let trace = 1; trace < TRACES; trace++) following.link(id, Math.floor(random() * vertices));
        following.link(id, following.add());
        following.size(id);
        times.push(performance.now() - started);
      }
      return { times };
    };
  },
};

if (what === 'write') for await (const text of linkNames(n)) process.stdout.write(text);
else {
  const run = await MEASURES[what!]!();
  const started = performance.now();
  const before = process.cpuUsage();
  const figures = await run();
  const { user, system } = process.cpuUsage(before);
  const measured: Measured = {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
    ...figures,
  };
  console.log(JSON.stringify(measured));
}
