import {
  createDocumentDetector,
  openNetwork,
  type PageInput,
  runSignals,
  type SignalRunner,
  withLearned,
} from '@jianzhen/detector-document';
import type { Detector } from '@jianzhen/evidence';
import { documentModel, documentNetwork } from './model.ts';

export type { PageInput };

export interface DetectorOptions {
  /** How a page passes the signals of pixels; in the calling thread unless told. */
  readonly run?: SignalRunner;
  /** Threads that a network may take. */
  readonly threads?: 1 | 2;
}

/** Every detector that a page passes. A new one is a folder and a line here. */
export const createDetectors = ({
  run = runSignals,
  threads = 1,
}: DetectorOptions = {}): readonly Detector<PageInput>[] => {
  const { network: sha256 } = documentModel;
  const signals = sha256 ? withLearned(run, () => openNetwork(documentNetwork, { threads, sha256 })) : run;
  return [createDocumentDetector(documentModel, signals)];
};
