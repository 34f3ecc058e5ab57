export type { InventoryItem, PackageFacts } from './facts.ts';
export { extractionPaper, inventoryPaper } from './records.ts';
export { summaryPaper } from './summary.ts';
