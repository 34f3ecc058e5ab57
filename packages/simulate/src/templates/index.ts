export { capturePage, drawView, TEMPLATE_CAPTURES, type TemplateCapture, type View } from './capture.ts';
export { type DesignOptions, designTemplates, type Layout, type TemplateDesign } from './design.ts';
export { drawTemplatePage } from './draw.ts';
export { fillTemplate } from './layout.ts';
export type { ReadingRates } from './rates.ts';
export { readingRates } from './rates.ts';
export { readTemplatePage } from './read.ts';
export type { ReadCharacter, ReadLine, ReadPage } from './read-types.ts';
export type { TemplatePage } from './types.ts';
