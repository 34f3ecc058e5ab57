/** An undirected weighted graph in compressed sparse rows; every edge stands in both its rows. */
export interface WeightedGraph {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  /** Per vertex, twice the weight of the edges within it (those of an aggregate vertex). */
  readonly loops: Float64Array;
  /** Per vertex, the sum of its edges' weights, loops included. */
  readonly strengths: Float64Array;
}
