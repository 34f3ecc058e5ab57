import type { Rows } from '../graph/types.ts';

/** A directed graph from both sides; of an undirected one both are the same rows. Rows hold each neighbour once, in ascending order. */
export interface Directed {
  readonly out: Rows;
  readonly in: Rows;
}
