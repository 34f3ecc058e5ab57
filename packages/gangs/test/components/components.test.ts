import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IncrementalComponents } from '../../src/components/incremental.ts';
import { components } from '../../src/components/union-find.ts';

const VERTICES = 24;
const vertex = fc.integer({ min: 0, max: VERTICES - 1 });
const edges = fc.array(fc.tuple(vertex, vertex), { maxLength: 40 });

type Edges = readonly (readonly [number, number])[];

/** Least vertex that can be reached, by walking. */
function walked(vertices: number, links: Edges): number[] {
  const labels = Array.from({ length: vertices }, () => -1);
  for (let start = 0; start < vertices; start++) {
    const stack = labels[start] === -1 ? [start] : [];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (labels[at] !== -1) continue;
      labels[at] = start;
      for (const [a, b] of links) {
        if (a === at) stack.push(b);
        if (b === at) stack.push(a);
      }
    }
  }
  return labels;
}

const columns = (links: Edges) =>
  [Int32Array.from(links, ([a]) => a), Int32Array.from(links, ([, b]) => b)] as const;

const labelsOf = (following: IncrementalComponents): number[] =>
  Array.from({ length: following.vertices }, (_, v) => Math.min(...following.members(v)));

describe('components', () => {
  it('are those that walking finds, in any order of the links', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const expected = walked(VERTICES, links);
        expect([...components(VERTICES, ...columns(links))]).toEqual(expected);
        expect([...components(VERTICES, ...columns(links.toReversed()))]).toEqual(expected);
      }),
      { seed: 1 },
    );
  });

  it('follow vertices, links and removals as if rebuilt', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ link: fc.tuple(vertex, vertex) }) },
      { weight: 1, arbitrary: fc.record({ isolate: vertex }) },
      { weight: 1, arbitrary: fc.constant({ add: true }) },
    );
    fc.assert(
      fc.property(edges, fc.array(step, { maxLength: 30 }), (links, steps) => {
        const following = IncrementalComponents.from(VERTICES, ...columns(links));
        let kept = [...links];
        for (const one of steps) {
          if ('link' in one) {
            kept.push(one.link);
            following.link(...one.link);
          } else if ('isolate' in one) {
            kept = kept.filter(([a, b]) => a !== one.isolate && b !== one.isolate);
            following.isolate(one.isolate);
          } else following.add();
          const expected = walked(following.vertices, kept);
          expect(labelsOf(following)).toEqual(expected);
          for (let v = 0; v < following.vertices; v++)
            expect(following.size(v)).toBe(expected.filter((label) => label === expected[v]).length);
        }
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});
