export { candidatesOf, type Mined, type MineOptions, mine, mineGangs } from './mine.ts';
export { type FeatureName, type Features, featureNames, featuresOf } from './score/features.ts';
export { probability, type ScoreModel } from './score/probability.ts';
