// J. Fiscus, "A post-processing system to yield reduced word error rates: Recognizer Output Voting Error Reduction (ROVER)" (1997): several
// readings of one strip are aligned, here by place, and each place takes the character with most confidence behind it.

import type { RecognisedStrip } from '../types.ts';

/** A character of a reading. */
export interface ReadCharacter {
  readonly text: string;
  readonly confidence: number;
  /** Middle as a share of the part's length. */
  readonly at: number;
  readonly alternatives: readonly { readonly text: string; readonly confidence: number }[];
}

export function charactersOf({ text, confidences, places, alternatives }: RecognisedStrip): ReadCharacter[] {
  const letters = [...text];
  return letters.map((letter, i) => ({
    text: plainForm(letter),
    confidence: confidences[i] ?? 0,
    at: places?.[i] ?? (i + 0.5) / letters.length,
    alternatives: alternatives?.[i] ?? [],
  }));
}

/** Digits and letters of full width are the same ones. */
const plainForm = (letter: string): string =>
  /[\uff01-\uff5e]/.test(letter) ? letter.normalize('NFKC') : letter;

export const textOf = (characters: readonly ReadCharacter[]): string =>
  characters.map(({ text }) => text).join('');

/** Where a text begins in a reading, in characters, some of which are two units of a string; −1 where it does not stand. */
export function placeOf(characters: readonly ReadCharacter[], text: string): number {
  const all = textOf(characters);
  const at = all.indexOf(text);
  return at < 0 ? -1 : [...all.slice(0, at)].length;
}

/** By character, to four digits. */
export const confidencesOf = (characters: readonly ReadCharacter[]): number[] =>
  characters.map(({ confidence }) => Math.round(1e4 * confidence) / 1e4);

/** Mean confidence, 0 of nothing. */
export const meanConfidence = (characters: readonly ReadCharacter[]): number =>
  characters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, characters.length);

/** Least confidence, 0 of nothing. */
export const leastConfidence = (characters: readonly ReadCharacter[]): number =>
  characters.length === 0 ? 0 : Math.min(...characters.map(({ confidence }) => confidence));

/** A reading with less than this share of the surest one's confidence is not heard: it saw something else. */
const HEARD = 0.8;
/** By so much an other reading must be surer than the first to be the one that the others are aligned with. */
const PREFERENCE = 0.05;
/** Characters nearer than this share of the pitch are of one place. */
const SAME = 0.55;

/** Votes over readings of the same part, the first being trusted most where all are alike. */
export function vote(readings: readonly (readonly ReadCharacter[])[]): ReadCharacter[] {
  const most = Math.max(...readings.map(meanConfidence));
  const told = readings.filter((reading) => reading.length > 0 && meanConfidence(reading) >= HEARD * most);
  if (told.length < 2) return [...(told[0] ?? [])];
  const pivot = told.reduce((best, reading) =>
    meanConfidence(reading) > meanConfidence(best) + PREFERENCE ? reading : best,
  );
  const pitch = pitchOf(pivot);
  const places = pivot.map((character) => [character]);
  const between: { at: number; votes: ReadCharacter[] }[] = [];
  for (const reading of told) {
    if (reading === pivot) continue;
    const taken = new Set<number>();
    for (const character of reading) {
      const near = nearest(pivot, character.at);
      if (Math.abs(pivot[near].at - character.at) <= SAME * pitch && !taken.has(near)) {
        taken.add(near);
        places[near].push(character);
        continue;
      }
      const other = between.find(({ at }) => Math.abs(at - character.at) <= SAME * pitch);
      if (other) other.votes.push(character);
      else between.push({ at: character.at, votes: [character] });
    }
  }
  const kept = places.flatMap((votes) => elected(votes, told.length) ?? []);
  const added = between.flatMap(({ votes }) => elected(votes, told.length) ?? []);
  return [...kept, ...added].sort((a, b) => a.at - b.at);
}

/** Distance between neighbours, the median. */
export function pitchOf(characters: readonly ReadCharacter[]): number {
  const steps = characters
    .slice(1)
    .map(({ at }, i) => at - characters[i].at)
    .sort((a, b) => a - b);
  return steps.length > 0 ? steps[steps.length >> 1] : 1;
}

function nearest(characters: readonly ReadCharacter[], at: number): number {
  let best = 0;
  for (let i = 1; i < characters.length; i++) {
    if (Math.abs(characters[i].at - at) < Math.abs(characters[best].at - at)) best = i;
  }
  return best;
}

/** The character of a place with most confidence behind it, what it could else have been counted too; null where more saw nothing there. */
function elected(votes: readonly ReadCharacter[], voters: number): ReadCharacter | null {
  const sums = new Map<string, number>();
  for (const { text, confidence, alternatives } of votes) {
    sums.set(text, (sums.get(text) ?? 0) + confidence);
    for (const other of alternatives) sums.set(other.text, (sums.get(other.text) ?? 0) + other.confidence);
  }
  const [text, sum] = [...sums].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  const absent = voters - votes.length;
  if (sum < 0.5 * absent) return null;
  const own = votes.filter((character) => character.text === text);
  const at = votes[0].at;
  const alternatives = [...sums]
    .filter(([other]) => other !== text)
    .map(([other, weight]) => ({ text: other, confidence: weight / voters }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 4);
  // As sure as its surest reading, less what speaks for others.
  const most = Math.max(...own.map(({ confidence }) => confidence), sum / voters);
  const against = Math.max(0, ...alternatives.map((other) => other.confidence));
  return { text, confidence: Math.max(0, Math.min(1, most - against)), at, alternatives };
}
