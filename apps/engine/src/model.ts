import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DocumentModel } from '@jianzhen/detector-document';

export const documentModel: DocumentModel = JSON.parse(
  readFileSync(new URL('../../../models/document/classical.json', import.meta.url), 'utf8'),
);

/** The network whose word the model weighs. */
export const documentNetwork = fileURLToPath(
  new URL('../../../models/document/learned.onnx', import.meta.url),
);

/** Where a page's probability becomes a verdict: set on validation data together with the model. */
export const operatingPoints = documentModel.operatingPoints;
