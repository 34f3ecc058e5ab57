export type { PageInput } from './context.ts';
export { createDocumentDetector, runSignals, type SignalRun, type SignalRunner } from './detector.ts';
export { type CellLayers, cellLayers, selectLayers } from './fusion/cells.ts';
export { markedCells } from './fusion/mask.ts';
export {
  type DocumentModel,
  type MaskCut,
  type ModelTrack,
  modelTrack,
  sigmoid,
  type TrackModel,
} from './fusion/model.ts';
export { cellStatistics, signalStatistics } from './fusion/page.ts';
export { STRUCTURAL } from './fusion/structure.ts';
export { type Ensemble, score, type Tree } from './fusion/trees.ts';
export { signalLanes } from './lanes.ts';
export { CELL, type CellMap, type PageContext, type Signal, type SignalResult } from './signal.ts';
export { signals } from './signals/index.ts';
export { LEARNED, withLearned } from './signals/learned/index.ts';
export { type NetworkInput, networkInput } from './signals/learned/input.ts';
export { type Network, type NetworkOptions, openNetwork } from './signals/learned/network.ts';
