export { breadthFirst } from './bfs.ts';
export { localClustering } from './clustering.ts';
export { directedGraph } from './directed.ts';
export { labelPropagation } from './label-propagation.ts';
export { pageRank } from './pagerank.ts';
export type { Directed } from './types.ts';
