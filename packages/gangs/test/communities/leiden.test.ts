import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarsen } from '../../src/communities/coarsen.ts';
import { aggregate, renumber, weightedGraph } from '../../src/communities/graph.ts';
import { leiden } from '../../src/communities/leiden.ts';
import { modularity } from '../../src/communities/modularity.ts';
import { components } from '../../src/components/union-find.ts';

const VERTICES = 16;
const vertex = fc.integer({ min: 0, max: VERTICES - 1 });
const edge = fc.tuple(vertex, vertex, fc.double({ min: 0.1, max: 5, noNaN: true }));
const edges = fc.array(edge, { minLength: 1, maxLength: 40 });

function graphOf(links: readonly (readonly [number, number, number])[], vertices = VERTICES) {
  const from = Int32Array.from(links, ([a]) => a);
  const to = Int32Array.from(links, ([, b]) => b);
  return {
    from,
    to,
    graph: weightedGraph(
      vertices,
      from,
      to,
      Float64Array.from(links, ([, , w]) => w),
    ),
  };
}

/** Two cliques of so many, joined by one edge of weight `across`. */
function twoCliques(size: number, across: number) {
  const links: [number, number, number][] = [[0, size, across]];
  for (const first of [0, size])
    for (let a = first; a < first + size; a++)
      for (let b = a + 1; b < first + size; b++) links.push([a, b, 1]);
  return graphOf(links, 2 * size).graph;
}

const singletons = Int32Array.from({ length: VERTICES }, (_, v) => v);

describe('Leiden', () => {
  it('is never below singletons nor below one set of all, and the same for a seed', () => {
    fc.assert(
      fc.property(edges, fc.integer({ min: 1, max: 99 }), (links, seed) => {
        const { graph } = graphOf(links);
        const part = leiden(graph, { seed });
        expect(leiden(graph, { seed })).toEqual(part);
        const found = modularity(graph, part);
        expect(found).toBeGreaterThanOrEqual(modularity(graph, singletons) - 1e-9);
        expect(found).toBeGreaterThanOrEqual(modularity(graph, new Int32Array(VERTICES)) - 1e-9);
      }),
      { seed: 3 },
    );
  });

  it('leaves every community in one piece', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const { graph } = graphOf(links);
        const part = leiden(graph);
        const inside = links.filter(([a, b]) => part[a] === part[b]);
        const pieces = components(
          VERTICES,
          ...([0, 1].map((k) => Int32Array.from(inside, (l) => l[k]!)) as [Int32Array, Int32Array]),
        );
        for (let a = 0; a < VERTICES; a++)
          for (let b = 0; b < a; b++) expect(part[a] === part[b]).toBe(pieces[a] === pieces[b]);
      }),
      { seed: 4 },
    );
  });

  it('parts two cliques that one edge joins', () => {
    const part = leiden(twoCliques(5, 1));
    expect([...part]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });

  it('keeps weight and modularity when sets become vertices', () => {
    fc.assert(
      fc.property(
        edges,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: VERTICES, maxLength: VERTICES }),
        (links, sets) => {
          const { graph } = graphOf(links);
          const part = Int32Array.from(sets);
          const count = renumber(part);
          const above = aggregate(graph, part, count);
          const alone = Int32Array.from({ length: count }, (_, v) => v);
          expect(modularity(above, alone)).toBeCloseTo(modularity(graph, part), 9);
        },
      ),
      { seed: 5 },
    );
  });
});

describe('coarsening', () => {
  it('joins what no sparse cut parts, and nothing else', () => {
    const split = Int32Array.of(0, 0, 0, 1, 1, 2, 2, 2, 3, 3);
    expect([...coarsen(twoCliques(5, 1), split, 0.1)]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(new Set(coarsen(twoCliques(5, 8), split, 0.1)).size).toBe(1);
  });
});
