export { type Boosted, boost, type Labelled } from './boosting/boost.ts';
export type { BoostOptions, TreeArrays } from './boosting/types.ts';
export { expectedCalibrationError, fitBeta } from './calibration.ts';
export { type Discriminant, type DiscriminantOptions, fitDiscriminant } from './discriminant.ts';
export { type FtrlOptions, fitFtrl, type Linear, type SparseRows, scoreRow } from './ftrl.ts';
export { type Eigen, symmetricEigen } from './linear/eigen.ts';
export { fitLogRatio, type LogisticOptions } from './linear/logistic.ts';
export { equalErrorThreshold, operatingPoints, thresholdAtFalseAlarms } from './operating.ts';
export { seeded } from './random.ts';
