import {
  createDocumentDetector,
  type PageInput as DocumentInput,
  openNetwork,
  runSignals,
  type SignalRunner,
  withLearned,
} from '@jianzhen/detector-document';
import { createEsignDetector } from '@jianzhen/detector-esign';
import {
  createPapersDetector,
  openNetworks,
  openTypographyNetwork,
  type PapersInput,
  readerWith,
} from '@jianzhen/detector-papers';
import { createQrDetector, judgeCodesBy, openReader, type QrInput, readerFiles } from '@jianzhen/detector-qr';
import {
  createSealDetector,
  openLocatorNetwork,
  openOriginNetwork,
  type SealInput,
} from '@jianzhen/detector-seal';
import { type Detector, type FileDetector, once } from '@jianzhen/evidence';
import { loadKinds } from './kinds.ts';
import { openLinkJudge } from './link-judge.ts';
import { documentModel, documentNetwork, sealLocator, sealOrigin, typographyNetwork } from './model.ts';
import { openSealReader } from './seal-reader.ts';
import { loadTrust } from './trust.ts';

/** Milliseconds after which no further way to read a page's codes is begun. */
const CODES_MS = 4000;

/** All that any detector asks of a page. */
export type PageInput = DocumentInput & PapersInput & SealInput & QrInput;

export interface DetectorOptions {
  /** How a page passes the signals of pixels; in the calling thread unless told. */
  readonly run?: SignalRunner;
  /** Threads that a network may take. */
  readonly threads?: 1 | 2;
  /** Put around each call into native code. */
  readonly guard?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether the page's seals and text are read and held against each other; that takes longer than all else together. */
  readonly reading?: boolean;
}

/** Every detector that a page passes. A new one is a folder and a line here. */
export const createDetectors = ({
  run = runSignals,
  threads = 1,
  guard = (work) => work(),
  reading = true,
}: DetectorOptions = {}): readonly Detector<PageInput>[] => {
  const { network: sha256 } = documentModel;
  const signals = sha256
    ? withLearned(run, () => openNetwork(documentNetwork, { threads, sha256, guard }))
    : run;
  const document = createDocumentDetector(documentModel, signals);
  if (!reading) return [document];
  const networks = once(() => openNetworks(threads, guard));
  const kinds = loadKinds(process.env.JIANZHEN_KINDS);
  // Seals before papers: what a paper says is held against the seals on it.
  return [
    document,
    createSealDetector({
      locator: () => openLocatorNetwork(sealLocator, { threads, guard }),
      reader: () => openSealReader({ threads, guard }),
      origin: () => openOriginNetwork(sealOrigin, { threads, guard }),
    }),
    createPapersDetector({
      kinds,
      reader: async () => readerWith(await networks()),
      typography: () => openTypographyNetwork(typographyNetwork, { threads, guard }),
    }),
    // Codes after papers: a code is judged with the words that stand around it.
    createQrDetector({
      reader: async () => openReader(await readerFiles(), { deadlineMs: CODES_MS }),
      judge: judgeCodesBy(openLinkJudge()),
    }),
  ];
};

/** Every detector that a file passes as a whole. */
export const createFileDetectors = (trust: string | undefined): readonly FileDetector[] => [
  createEsignDetector({ trust: loadTrust(trust) }),
];
