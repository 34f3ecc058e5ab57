export { bandOf, falseAlarmRate, falseAlarmsOfList, lengthMeasure, ratioForList } from './calibrate.ts';
export { type BackEnd, createBackEnd, numbers, openBackEnd } from './open.ts';
export { type Projection, project } from './template.ts';
export type { BackEndFile, Band, BandFile, RatePoint, RatioCalibration, Template } from './types.ts';
