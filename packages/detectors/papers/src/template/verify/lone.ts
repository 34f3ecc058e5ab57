import type { Anchors } from './anchors.ts';
import type { Bands } from './bands.ts';

/**
 * Bands amid the page in which a single word is at home: what grew moves all that stands below, a label that changed its place
 * moves alone.
 */
export function loneBands(
  a: Anchors,
  { moved, order }: Pick<Bands, 'moved' | 'order'>,
  home: Uint8Array,
): number {
  const runs: { readonly amount: number; readonly words: Set<number> }[] = [];
  for (const p of order) {
    if (!home[p]) continue;
    const amount = moved[p]!;
    if (runs.at(-1)?.amount !== amount) runs.push({ amount, words: new Set() });
    runs.at(-1)!.words.add(a.word[p]!);
  }
  return runs.slice(1, -1).filter(({ words }) => words.size === 1).length;
}
