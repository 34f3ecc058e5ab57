export type { ExportProblem } from './exhibits.ts';
export { type ExportedLead, type ExportOptions, exportLead, packageName } from './export.ts';
