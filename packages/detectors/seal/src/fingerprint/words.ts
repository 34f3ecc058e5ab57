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

/** Readings of one die hardly ever differ in characters that both are as sure of: in none of 299 pairs of copies that weights were fitted on. */
const SURE = 0.999;
/** So many characters must agree, or one of the two was read from a wrong top, or is no title at all. */
const AGREEING = 3;
/** So sure both numbers must be, and in so many places differ: one may be misread. */
const SURE_NUMBER = 0.8;
const DIFFERING = 2;

/** Whether two seals surely say different things, so that they are of two dies whatever else is alike. */
export const wordsDiffer = (first: ReadWords, second: ReadWords): boolean =>
  titlesDiffer(first, second) || numbersDiffer(first, second);

/** Whether two codes, or two tax numbers, were both read surely and are of one length and not the same. */
function numbersDiffer(first: ReadWords, second: ReadWords): boolean {
  if (Math.min(first.numberConfidence ?? 0, second.numberConfidence ?? 0) < SURE_NUMBER) return false;
  return [
    [first.code, second.code],
    [first.taxNumber, second.taxNumber],
  ].some(([a, b]) => a && b && a.length === b.length && placesThatDiffer(a, b) >= DIFFERING);
}

const placesThatDiffer = (a: string, b: string): number =>
  [...a].filter((letter, i) => letter !== b[i]).length;

/**
 * Whether two titles, laid against each other by fewest edits (Levenshtein 1966), have different characters in one place of which
 * both readings are all but certain. A character that only one of them has says nothing: titles are covered and cut off.
 */
function titlesDiffer(first: ReadWords, second: ReadWords): boolean {
  const [a, b] = [charactersOf(first), charactersOf(second)];
  let agreeing = 0;
  let differing = 0;
  for (const [p, q] of facing(a, b)) {
    if (p.text === q.text) agreeing++;
    else if (Math.min(p.confidence, q.confidence) >= SURE) differing++;
  }
  return differing > 0 && agreeing >= AGREEING;
}

interface Character {
  readonly text: string;
  readonly confidence: number;
}

function charactersOf({ title, titleConfidences }: ReadWords): Character[] {
  if (title === null || !titleConfidences) return [];
  return [...title].map((text, i) => ({ text, confidence: titleConfidences[i] ?? 0 }));
}

/** Characters that stand against each other in an alignment of fewest edits. */
function facing(a: readonly Character[], b: readonly Character[]): [Character, Character][] {
  // edits[i][j]: fewest that make the first j of `b` out of the first i of `a`.
  const edits = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const kept = (i: number, j: number) => edits[i]![j]! + (a[i]!.text === b[j]!.text ? 0 : 1);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    edits.push(row);
    for (let j = 0; j < b.length; j++) row.push(Math.min(edits[i]![j + 1]! + 1, row[j]! + 1, kept(i, j)));
  }
  const pairs: [Character, Character][] = [];
  for (let [i, j] = [a.length, b.length]; i > 0 && j > 0; ) {
    if (edits[i]![j] === kept(i - 1, j - 1)) pairs.push([a[--i]!, b[--j]!]);
    else if (edits[i]![j] === edits[i - 1]![j]! + 1) i--;
    else j--;
  }
  return pairs;
}
