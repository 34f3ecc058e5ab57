import { readFileSync } from 'node:fs';
import {
  createDocumentDetector,
  type DocumentModel,
  type PageInput,
  type SignalRunner,
} from '@jianzhen/detector-document';
import type { Detector } from '@jianzhen/evidence';

export type { PageInput };

const documentModel: DocumentModel = JSON.parse(
  readFileSync(new URL('../../../models/document/classical.json', import.meta.url), 'utf8'),
);

/** Where a page's probability becomes a verdict: set on validation data together with the model. */
export const operatingPoints = documentModel.operatingPoints;

/** Every detector that a page passes. A new one is a folder and a line here. */
export const createDetectors = (run?: SignalRunner): readonly Detector<PageInput>[] => [
  createDocumentDetector(documentModel, run),
];
