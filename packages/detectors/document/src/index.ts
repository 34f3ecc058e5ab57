export type { PageInput } from './context.ts';
export { createDocumentDetector, runSignals } from './detector.ts';
export { boxMean, cellMatrix, selectColumns } from './fusion/cells.ts';
export { type DocumentModel, type ModelTrack, modelTrack, sigmoid, type TrackModel } from './fusion/model.ts';
export { cellStatistics, signalStatistics } from './fusion/page.ts';
export { STRUCTURAL } from './fusion/structure.ts';
export { type Ensemble, scoreRows, type Tree } from './fusion/trees.ts';
export { CELL, type CellMap, type PageContext, type Signal, type SignalResult } from './signal.ts';
export { signals } from './signals/index.ts';
