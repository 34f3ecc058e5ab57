import { signals } from './signals/index.ts';

/**
 * Signals that ask for luma and coefficients alone: `rgb` of a page is not copied to the second lane.
 * Signals of text and texture share what they derive of a page, and so do those of its own JPEG blocks: each kind stays in one lane.
 */
const SECOND = new Set(['copy-move', 'nonaligned-jpeg', 'jpeg-grid']);

/** The signals' ids in two groups of about the same cost, for a page that two threads examine together. */
export const signalLanes: readonly [ReadonlySet<string>, ReadonlySet<string>] = [
  new Set(signals.map(({ id }) => id).filter((id) => !SECOND.has(id))),
  new Set(signals.map(({ id }) => id).filter((id) => SECOND.has(id))),
];
