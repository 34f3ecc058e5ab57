import { useState } from 'react';

export interface Selection {
  /** Number of the finding that is marked on the picture and in the list. */
  readonly number: number | null;
  /** Set anew, so that it can be told from the last, where the picture shall move to the finding. */
  readonly reveal: { readonly number: number } | null;
  /** Marks a finding, or takes the mark off; on the picture itself, which stays as it is. */
  readonly toggle: (number: number) => void;
  /** As `toggle`, from the list: the picture goes there. */
  readonly toggleAndReveal: (number: number) => void;
  /** Marks the next finding of `count`, or the one before, round and round. */
  readonly step: (by: 1 | -1, count: number) => void;
  readonly clear: () => void;
}

export function useSelection(): Selection {
  const [number, setNumber] = useState<number | null>(null);
  const [reveal, setReveal] = useState<Selection['reveal']>(null);
  const toggle = (chosen: number) => setNumber(chosen === number ? null : chosen);
  return {
    number,
    reveal,
    toggle,
    toggleAndReveal(chosen) {
      toggle(chosen);
      if (chosen !== number) setReveal({ number: chosen });
    },
    step(by, count) {
      if (count === 0) return;
      const from = number ?? (by > 0 ? 0 : 1);
      const next = ((from - 1 + by + count) % count) + 1;
      setNumber(next);
      setReveal({ number: next });
    },
    clear: () => setNumber(null),
  };
}
