export { type Boosted, type BoostOptions, boost, type Labelled, type TreeArrays } from './boosting/boost.ts';
export { expectedCalibrationError, fitPlatt, type Platt } from './calibration.ts';
export { equalErrorThreshold, operatingPoints, thresholdAtFalseAlarms } from './operating.ts';
export { seeded } from './random.ts';
