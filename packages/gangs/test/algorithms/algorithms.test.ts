import { describe, expect, it } from 'vitest';
import {
  breadthFirst,
  directedGraph,
  labelPropagation,
  localClustering,
  pageRank,
} from '../../src/algorithms/index.ts';

const graph = (pairs: readonly (readonly [number, number])[], vertices: number, directed = true) =>
  directedGraph(
    vertices,
    Int32Array.from(pairs, ([a]) => a),
    Int32Array.from(pairs, ([, b]) => b),
    directed,
  );

describe('graph algorithms', () => {
  const triangle = graph(
    [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
    ],
    5,
  );

  it('search by breadth along the edges', () => {
    expect([...breadthFirst(triangle, 0)]).toEqual([0, 1, 2, 3, -1]);
  });

  it('rank pages to a sum of 1, dangling ones included', () => {
    const rank = pageRank(triangle, 30);
    expect(rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(rank[0]).toBeCloseTo(rank[3]!, 12);
  });

  it('cluster by ordered pairs of neighbours', () => {
    expect([...localClustering(triangle)]).toEqual([0.5, 0.5, 1 / 6, 0, 0]);
    expect([
      ...localClustering(
        graph(
          [
            [0, 1],
            [1, 2],
            [0, 2],
          ],
          3,
          false,
        ),
      ),
    ]).toEqual([1, 1, 1]);
  });

  it('spread labels, the least of the commonest', () => {
    const two = graph(
      [
        [0, 1],
        [1, 2],
        [0, 2],
        [3, 4],
        [4, 5],
        [3, 5],
      ],
      6,
      false,
    );
    expect([...labelPropagation(two, 5)]).toEqual([0, 0, 0, 3, 3, 3]);
  });

  it('keep an edge that is given twice once', () => {
    expect([
      ...graph(
        [
          [0, 1],
          [0, 1],
        ],
        2,
      ).out.items,
    ]).toEqual([1]);
  });
});
