export { CODE_CONDITIONS, type CodeCondition, type CodeScene, makeCodeScene } from './scene.ts';
export type { CodeCorners } from './sheet.ts';
export { CODE_FORMATS, type CodeFormat, type CodeModules, type CodeSettings, writeCode } from './write.ts';
