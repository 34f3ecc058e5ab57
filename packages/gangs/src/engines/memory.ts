import { components } from '../components/union-find.ts';
import { readEdges } from '../ids/edges.ts';
import { readCases, readTraces } from '../ids/tables.ts';
import { mine } from '../mine.ts';
import { foundGangs } from './found.ts';
import type { GangEngine } from './port.ts';

/** Everything in typed arrays of one process. */
export const memoryEngine = (): GangEngine => ({
  name: 'memory',
  async components(edges, tell) {
    const { names, from, to } = await readEdges(edges, tell);
    const labels = components(names.size, from, to);
    // Names in place of numbers: the least of each component.
    const least = new Int32Array(names.size).fill(-1);
    let count = 0;
    for (let vertex = 0; vertex < labels.length; vertex++) {
      const label = labels[vertex]!;
      if (least[label] === -1) {
        least[label] = vertex;
        count++;
      } else if (names.compare(vertex, least[label]!) < 0) least[label] = vertex;
    }
    return {
      vertices: names.size,
      components: count,
      *rows() {
        const told = new Map<number, string>();
        for (let vertex = 0; vertex < labels.length; vertex++) {
          const root = least[labels[vertex]!]!;
          let component = told.get(root);
          if (component === undefined) {
            component = names.name(root);
            // As many as there are components would be as many strings as vertices in the worst case.
            if (told.size < 100_000) told.set(root, component);
          }
          yield { vertex: names.name(vertex), component };
        }
      },
    };
  },
  async mine(cases, traces, tell, options = {}) {
    const table = await readCases(cases, tell);
    return foundGangs(mine(table, await readTraces(traces, table, tell), options));
  },
  async close() {},
});
