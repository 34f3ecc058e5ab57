import type { CalibrationSets, Told } from './types.ts';

type Tell = (sets: CalibrationSets) => Promise<Told[]>;

/** Detectors whose probabilities can be held against a labelled set, each loaded when it is asked for; a new one is a file and a line. */
export const DETECTORS = {
  document: async (sets) => (await import('./document.ts')).document(sets),
  seal: async (sets) => (await import('./seal.ts')).seal(sets),
  url: async (sets) => (await import('./url.ts')).url(sets),
  voice: async (sets) => (await import('./voice.ts')).voice(sets),
  script: async (sets) => (await import('./script.ts')).script(sets),
} satisfies Record<string, Tell>;

export type CalibratedDetector = keyof typeof DETECTORS;
export const DETECTOR_NAMES = Object.keys(DETECTORS) as readonly CalibratedDetector[];
