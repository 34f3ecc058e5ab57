import { readFileSync } from 'node:fs';
import type { DocumentModel } from '@jianzhen/detector-document';

export const documentModel: DocumentModel = JSON.parse(
  readFileSync(new URL('../../../models/document/classical.json', import.meta.url), 'utf8'),
);

/** Where a page's probability becomes a verdict: set on validation data together with the model. */
export const operatingPoints = documentModel.operatingPoints;
