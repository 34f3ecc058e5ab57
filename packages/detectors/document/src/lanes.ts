import { signals } from './signals/index.ts';

/** Signals that read text and texture share their derived data, so they stay in one lane; others go with them by their cost. */
const SECOND = new Set([
  'copy-move',
  'clean-background',
  'paper-noise',
  'line-noise',
  'line-blur',
  'ink-colour',
]);

/** The signals' ids in two groups of about the same cost, for a page that two threads examine together. */
export const signalLanes: readonly [ReadonlySet<string>, ReadonlySet<string>] = [
  new Set(signals.map(({ id }) => id).filter((id) => !SECOND.has(id))),
  new Set(signals.map(({ id }) => id).filter((id) => SECOND.has(id))),
];
