import { createDocumentDetector, type PageInput, type SignalRunner } from '@jianzhen/detector-document';
import type { Detector } from '@jianzhen/evidence';
import { documentModel } from './model.ts';

export type { PageInput };

/** Every detector that a page passes. A new one is a folder and a line here. */
export const createDetectors = (run?: SignalRunner): readonly Detector<PageInput>[] => [
  createDocumentDetector(documentModel, run),
];
