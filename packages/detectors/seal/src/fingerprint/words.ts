/** What was read of a seal that no other has: its title, its code or its tax number; null where nothing was. */
export interface ReadWords {
  readonly title: string | null;
  /** Of each character, 0–1; seals on record from before these were kept have none. */
  readonly titleConfidences?: readonly number[] | undefined;
  readonly code?: string | null | undefined;
  readonly taxNumber?: string | null | undefined;
  /** That the code or the tax number is read just so, 0–1; likewise. */
  readonly numberConfidence?: number | undefined;
}

const DEGREES = ['surely', 'likely'] as const;

/** How surely two seals say different things; each weighs as much as was seen of it (`Weights.otherWords`). */
export type Differing = (typeof DEGREES)[number];

/** How sure both readings of a character must be: of one whose neighbours on both sides agree, and of any. */
const SURE = { enclosed: { surely: 0.999, likely: 0.99 }, any: 0.999 } as const;
/** So many characters must agree, or one of the two was read from a wrong top, or is no title at all. */
const AGREEING = 3;
/** Numbers differ in so many places at least, each told so surely: of a number that is misread one or two characters are wrong, seldom more. */
const NUMBERS = { surely: { differing: 3, told: 0.4 }, likely: { differing: 5, told: 0 } } as const;

/** Whether two seals say different things, so that they are of two dies whatever else is alike; null where nothing tells. */
export function wordsDiffer(first: ReadWords, second: ReadWords): Differing | null {
  const how = [numbersDiffer(first, second), titlesDiffer(first, second)];
  return DEGREES.find((degree) => how.includes(degree)) ?? null;
}

/** Codes are compared with codes and tax numbers with tax numbers, of one length. */
function numbersDiffer(first: ReadWords, second: ReadWords): Differing | null {
  const told = Math.min(first.numberConfidence ?? 0, second.numberConfidence ?? 0);
  const differing = Math.max(
    placesThatDiffer(first.code, second.code),
    placesThatDiffer(first.taxNumber, second.taxNumber),
  );
  return DEGREES.find((how) => differing >= NUMBERS[how].differing && told > NUMBERS[how].told) ?? null;
}

const placesThatDiffer = (a: string | null | undefined, b: string | null | undefined): number =>
  a && b && a.length === b.length ? [...a].filter((letter, i) => letter !== b[i]).length : 0;

/**
 * Titles are laid against each other by fewest edits (Levenshtein 1966). A character that only one of them has says nothing: titles are covered
 * and cut off, and beside what is missing, strangers come to face each other. Where neighbours agree, or both titles end, they do not.
 */
function titlesDiffer(first: ReadWords, second: ReadWords): Differing | null {
  const [a, b] = [charactersOf(first), charactersOf(second)];
  const pairs = facing(a, b);
  const agreeing = new Map(pairs.filter(([i, j]) => a[i]!.text === b[j]!.text));
  if (agreeing.size < AGREEING) return null;
  let [enclosed, any] = [0, 0];
  for (const [i, j] of pairs) {
    if (agreeing.has(i)) continue;
    const sure = Math.min(a[i]!.confidence, b[j]!.confidence);
    any = Math.max(any, sure);
    const begins = (i === 0 && j === 0) || agreeing.get(i - 1) === j - 1;
    const ends = (i + 1 === a.length && j + 1 === b.length) || agreeing.get(i + 1) === j + 1;
    if (begins && ends) enclosed = Math.max(enclosed, sure);
  }
  if (enclosed >= SURE.enclosed.surely) return 'surely';
  return enclosed >= SURE.enclosed.likely || any >= SURE.any ? 'likely' : null;
}

interface Character {
  readonly text: string;
  readonly confidence: number;
}

function charactersOf({ title, titleConfidences }: ReadWords): Character[] {
  if (title === null || !titleConfidences) return [];
  return [...title].map((text, i) => ({ text, confidence: titleConfidences[i] ?? 0 }));
}

/** Places of characters that stand against each other in an alignment of fewest edits. */
function facing(a: readonly Character[], b: readonly Character[]): [number, number][] {
  // edits[i][j]: fewest that make the first j of `b` out of the first i of `a`.
  const edits = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const kept = (i: number, j: number) => edits[i]![j]! + (a[i]!.text === b[j]!.text ? 0 : 1);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    edits.push(row);
    for (let j = 0; j < b.length; j++) row.push(Math.min(edits[i]![j + 1]! + 1, row[j]! + 1, kept(i, j)));
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [a.length, b.length]; i > 0 && j > 0; ) {
    if (edits[i]![j] === kept(i - 1, j - 1)) pairs.push([--i, --j]);
    else if (edits[i]![j] === edits[i - 1]![j]! + 1) i--;
    else j--;
  }
  return pairs;
}
