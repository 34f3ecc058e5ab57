export * from './algorithms/index.ts';
export { weightedGraph } from './communities/graph.ts';
export { type LeidenOptions, leiden } from './communities/leiden.ts';
export { modularity } from './communities/modularity.ts';
export type { WeightedGraph } from './communities/types.ts';
export { IncrementalComponents } from './components/incremental.ts';
export { components, UnionFind } from './components/union-find.ts';
export { createGangEngine } from './engines/create.ts';
export {
  type EngineName,
  engineNames,
  type FoundComponents,
  type FoundGangs,
  type GangEngine,
  type VertexComponent,
} from './engines/port.ts';
export { type EdgeList, readEdges } from './ids/edges.ts';
export type { Source, TellRow } from './ids/tables.ts';
export { candidatesOf, type Mined, type MineOptions, mine, mineDefaults, mineGangs } from './mine.ts';
export { type FeatureName, type Features, featureNames, featuresOf } from './score/features.ts';
export { defaultModel, probability, type ScoreModel } from './score/probability.ts';
export { hubsCsv, linksCsv } from './told/csv.ts';
export type { Hub } from './told/hubs.ts';
export type { GangLink } from './told/links.ts';
