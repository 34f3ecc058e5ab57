export { type CaseTruth, caseAt, type WorldCase, type WorldTrace } from './case.ts';
export { WORLD_FILES, type WorldFile, worldCsv } from './csv.ts';
export { demoWorld } from './demo.ts';
export { type Detection, type Detections, MEASURED, worsened } from './detection.ts';
export { DIFFICULTIES, type Difficulty } from './difficulty.ts';
export { type CaseFile, renderCaseFiles } from './files/index.ts';
export { planWorld, type World, type WorldOptions } from './plan.ts';
export { type GangTruth, gangTruths, type WorldTables, worldCases, worldTables } from './tables.ts';
export { type ComplaintFacts, freeText, letterSentences, letterText } from './texts/index.ts';
