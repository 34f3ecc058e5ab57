import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densest } from '../../src/communities/fraudar.ts';
import { weightedGraph } from '../../src/communities/graph.ts';

const VERTICES = 9;
const vertex = fc.integer({ min: 0, max: VERTICES - 1 });
const edges = fc.array(fc.tuple(vertex, vertex, fc.integer({ min: 1, max: 5 })), { maxLength: 24 });

const graphOf = (links: readonly (readonly [number, number, number])[], vertices = VERTICES) =>
  weightedGraph(
    vertices,
    Int32Array.from(links, ([a]) => a),
    Int32Array.from(links, ([, b]) => b),
    Float64Array.from(links, ([, , w]) => w),
  );

const densityOf = (
  links: readonly (readonly [number, number, number])[],
  inside: (v: number) => boolean,
  size: number,
) => links.reduce((sum, [a, b, w]) => sum + (inside(a) && inside(b) ? w : 0), 0) / size;

describe('FRAUDAR', () => {
  it('finds at least half of the greatest density, and tells the density of what it answers', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const { vertices, density } = densest(graphOf(links));
        const chosen = new Set(vertices);
        expect(density).toBeCloseTo(
          densityOf(links, (v) => chosen.has(v), chosen.size),
          9,
        );
        let greatest = 0;
        for (let mask = 1; mask < 1 << VERTICES; mask++) {
          let size = 0;
          for (let v = 0; v < VERTICES; v++) size += (mask >> v) & 1;
          greatest = Math.max(
            greatest,
            densityOf(links, (v) => ((mask >> v) & 1) === 1, size),
          );
        }
        expect(density).toBeGreaterThanOrEqual(greatest / 2 - 1e-9);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('leaves what hangs on by one edge out of a clique', () => {
    const links: [number, number, number][] = [];
    for (let a = 0; a < 5; a++) for (let b = a + 1; b < 5; b++) links.push([a, b, 1]);
    for (let v = 5; v < VERTICES; v++) links.push([0, v, 1]);
    expect([...densest(graphOf(links)).vertices]).toEqual([0, 1, 2, 3, 4]);
  });
});
