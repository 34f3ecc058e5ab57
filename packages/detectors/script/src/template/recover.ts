import { type NormalisedText, normalise, slotOf } from '../normalise/index.ts';
import { resemblance, shingles } from '../shingle/index.ts';
import type { Placement } from './align.ts';
import { runsOf, standingIn } from './columns.ts';
import { createPlacer, type Placer } from './place.ts';
import { type Stretch, sentencesOf } from './sentences.ts';
import type { Template, TemplatePart } from './types.ts';

/** Letters that a template is recovered from at most, spread over those given; more tell hardly more. */
const MOST_TEXTS = 40;
/** A sentence in fewer of the letters is a letter's own. */
const USUAL = 0.5;
const MOST_FILLS = 20;
/** UTF-16 units of a letter that are looked at: no complaint is longer, and pasted books must not take minutes. */
const MOST_UNITS = 20_000;

interface Letter {
  readonly original: string;
  readonly normal: NormalisedText;
  readonly placer: Placer;
}

/** What letters of one script have in common, sentence by sentence, and where each fills in its own; null for fewer than two letters. */
export function recoverTemplate(originals: readonly string[]): Template | null {
  const step = Math.max(1, originals.length / MOST_TEXTS);
  const letters: Letter[] = [];
  for (let i = 0; i < originals.length; i += step) {
    const original = originals[Math.floor(i)]!.slice(0, MOST_UNITS);
    const normal = normalise(original);
    letters.push({ original, normal, placer: createPlacer(normal.text) });
  }
  const reference = letters[medoid(letters)];
  if (!reference || letters.length < 2) return null;
  const parts: TemplatePart[] = [];
  let kept = 0;
  for (const sentence of sentencesOf(reference.normal)) {
    const pattern = reference.normal.text.slice(sentence.from, sentence.to);
    const placed = letters.flatMap((letter) => {
      const placement = letter.placer.place(pattern);
      return placement ? [{ letter, placement }] : [];
    });
    if (placed.length < Math.max(2, USUAL * letters.length)) continue;
    parts.push(...partsOf(reference, sentence, placed, kept++));
  }
  return parts.length === 0 ? null : { parts, texts: letters.length };
}

/** The letter that is most like all others: L. Kaufman, P. Rousseeuw, "Clustering by means of medoids" (1987). */
function medoid(letters: readonly Letter[]): number {
  const sets = letters.map(({ normal }) => shingles(normal.text));
  const likeness = sets.map((set) => sets.reduce((sum, other) => sum + resemblance(set, other).jaccard, 0));
  return likeness.indexOf(Math.max(...likeness));
}

function partsOf(
  { original, normal }: Letter,
  sentence: Stretch,
  placed: readonly { readonly letter: Letter; readonly placement: Placement }[],
  number: number,
): TemplatePart[] {
  const pattern = normal.text.slice(sentence.from, sentence.to);
  const placements = placed.map(({ placement }) => placement);
  const texts = placed.map(({ letter }) => letter.normal.text);
  return runsOf(pattern, placements, texts).map((run) => {
    const { from, to } = run;
    const [first, next] = [sentence.from + from, sentence.from + to];
    // Punctuation goes with what stands before it.
    const until = next < normal.text.length ? normal.starts[next]! : original.length;
    const shown = { pattern: pattern.slice(from, to), sentence: number };
    if (run.constant)
      return { ...shown, slot: null, text: original.slice(normal.starts[first]!, until), fills: [] };
    const fills = placed.map(({ letter, placement }) => fillOf(letter, standingIn(placement, run)));
    const slot = to - from === 1 ? (slotOf(pattern[from]!) ?? 'free') : 'free';
    return { ...shown, slot, text: original.slice(normal.ends[next - 1]!, until), fills: ranked(fills) };
  });
}

const fillOf = ({ original, normal }: Letter, stretch: Stretch | null): string =>
  stretch ? original.slice(normal.starts[stretch.from]!, normal.ends[stretch.to - 1]!) : '';

function ranked(fills: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const fill of fills) if (fill !== '') counts.set(fill, (counts.get(fill) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_FILLS)
    .map(([fill]) => fill);
}
