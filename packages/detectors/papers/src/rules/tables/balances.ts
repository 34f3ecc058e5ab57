/** Running balances of an account, in fen. */
export interface Movement {
  /** Signed: money in above 0, money out below; null where it was not read. */
  readonly change: number | null;
  readonly balance: number | null;
}

export interface Break {
  /** Index of the movement whose numbers do not fit. */
  readonly index: number;
  readonly expected: number;
  readonly stated: number;
  /** `balance`: this balance alone is off, those around agree; `change`: all balances from here on follow another change. */
  readonly kind: 'balance' | 'change';
}

/** Breaks of a statement in order of time: balanceᵢ = balanceᵢ₋₁ + changeᵢ. */
function breaksOf(movements: readonly Movement[]): Break[] {
  const gap = (i: number): number | null => {
    const [before, now] = [movements[i - 1]?.balance, movements[i]];
    if (before === undefined || before === null || !now || now.balance === null || now.change === null)
      return null;
    return now.balance - before - now.change;
  };
  const breaks: Break[] = [];
  for (let i = 1; i < movements.length; i++) {
    const here = gap(i);
    if (here === null || here === 0) continue;
    const next = gap(i + 1);
    const stated = movements[i]!.balance!;
    if (next !== null && next === -here) {
      breaks.push({ index: i, expected: stated - here, stated, kind: 'balance' });
      i++;
    } else breaks.push({ index: i, expected: stated - here, stated, kind: 'change' });
  }
  return breaks;
}

/** Breaks of a statement whose rows run either way in time; the direction with fewer breaks is taken. Indices are of the rows given. */
export function findBreaks(movements: readonly Movement[]): Break[] {
  const forward = breaksOf(movements);
  if (forward.length === 0) return forward;
  const backward = breaksOf(movements.toReversed()).map((b) => ({
    ...b,
    index: movements.length - 1 - b.index,
  }));
  return backward.length < forward.length ? backward.reverse() : forward;
}
