export { type Boosted, boost, type Labelled } from './boosting/boost.ts';
export type { BoostOptions, TreeArrays } from './boosting/types.ts';
export { expectedCalibrationError, fitBeta } from './calibration.ts';
export { type FtrlOptions, fitFtrl, type Linear, type SparseRows, scoreRow } from './ftrl.ts';
export { equalErrorThreshold, operatingPoints, thresholdAtFalseAlarms } from './operating.ts';
export { seeded } from './random.ts';
