// A. Graves, S. Fernández, F. Gomez, J. Schmidhuber, "Connectionist Temporal Classification" (ICML 2006). A number's length and which characters may
// stand at each of its places are known: of all paths that say such a number the most probable is found by dynamic programming
// (A. Viterbi, 1967), and all paths that say that number are summed (section 4.1, the forward variables).
import { CHARACTERS, CLASSES, type NumberSteps } from './network.ts';

/** A number as read. */
export interface ReadNumber {
  readonly text: string;
  /** That the strip says just this, 0–1. */
  readonly probability: number;
  /** By place, what else could stand there, most probable first. */
  readonly alternatives: readonly (readonly string[])[];
}

/** What stood before a character's first step. */
const STAYED = -1;
const AFTER_BLANK = -2;

/**
 * The most probable number of a length; null where the strip is too short for one.
 *
 * @param allowed characters that may stand at a place
 */
export function likeliestNumber(
  logs: NumberSteps,
  length: number,
  allowed: (place: number) => string,
): ReadNumber | null {
  const places = Array.from({ length }, (_, place) => [...allowed(place)].map(classOf));
  const path = bestPath(logs, places);
  if (!path) return null;
  const text = path.map(({ label }) => CHARACTERS[label - 1]).join('');
  const alternatives = path.map(({ label, step }, place) =>
    places[place]
      .filter((other) => other !== label)
      .sort((a, b) => logs[step * CLASSES + b] - logs[step * CLASSES + a])
      .slice(0, 3)
      .map((other) => CHARACTERS[other - 1]),
  );
  return { text, probability: probabilityOf(logs, text), alternatives };
}

const classOf = (character: string): number => 1 + CHARACTERS.indexOf(character);

/** The class at each place of the most probable path, and the step where it is surest. */
function bestPath(
  logs: NumberSteps,
  places: readonly (readonly number[])[],
): { label: number; step: number }[] | null {
  const steps = logs.length / CLASSES;
  const length = places.length;
  /** Best paths that have just said a blank behind so many characters, and that are within a character of a class. */
  let blank = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
  let within = new Float64Array(length * CLASSES).fill(Number.NEGATIVE_INFINITY);
  blank[0] = 0;
  const cameToBlank = new Int8Array(steps * (length + 1));
  const cameWithin = new Int8Array(steps * length * CLASSES);
  for (let t = 0; t < steps; t++) {
    const row = logs.subarray(t * CLASSES, (t + 1) * CLASSES);
    const tops = places.map((classes, k) => twoBest(within, k, classes));
    const nextBlank = new Float64Array(length + 1);
    const nextWithin = new Float64Array(length * CLASSES).fill(Number.NEGATIVE_INFINITY);
    for (let k = 0; k <= length; k++) {
      const [from] = k === 0 ? [0] : tops[k - 1];
      const stays = blank[k];
      const ends = k === 0 ? Number.NEGATIVE_INFINITY : within[(k - 1) * CLASSES + from];
      nextBlank[k] = row[0] + Math.max(stays, ends);
      cameToBlank[t * (length + 1) + k] = stays >= ends ? STAYED : from;
    }
    for (let k = 0; k < length; k++) {
      for (const label of places[k]) {
        const at = k * CLASSES + label;
        let [best, came] = [within[at], STAYED];
        if (blank[k] > best) [best, came] = [blank[k], AFTER_BLANK];
        if (k > 0) {
          const [first, second] = tops[k - 1];
          const other = first === label ? second : first;
          const value = within[(k - 1) * CLASSES + other];
          if (value > best) [best, came] = [value, other];
        }
        nextWithin[at] = best + row[label];
        cameWithin[(t * length + k) * CLASSES + label] = came;
      }
    }
    [blank, within] = [nextBlank, nextWithin];
  }
  const [label] = twoBest(within, length - 1, places[length - 1]);
  const ends = within[(length - 1) * CLASSES + label];
  if (Math.max(ends, blank[length]) === Number.NEGATIVE_INFINITY) return null;
  return walkedBack(
    logs,
    length,
    { cameToBlank, cameWithin },
    ends > blank[length] ? { place: length - 1, label } : { place: length, label: 0 },
  );
}

/** Classes within which a character's best paths are; of a place with one class, that twice. */
function twoBest(within: Float64Array, k: number, classes: readonly number[]): readonly [number, number] {
  let [first, second] = [classes[0], classes[1] ?? 0];
  const value = (label: number) => within[k * CLASSES + label];
  if (value(second) > value(first)) [first, second] = [second, first];
  for (const label of classes.slice(2)) {
    if (value(label) > value(first)) [first, second] = [label, first];
    else if (value(label) > value(second)) second = label;
  }
  return [first, second];
}

/** From the last step to the first. `label` 0: behind so many characters as `place`; else within the character at `place`. */
function walkedBack(
  logs: NumberSteps,
  length: number,
  { cameToBlank, cameWithin }: { readonly cameToBlank: Int8Array; readonly cameWithin: Int8Array },
  end: { readonly place: number; readonly label: number },
): { label: number; step: number }[] {
  const found: { label: number; step: number }[] = new Array(length);
  let { place, label } = end;
  for (let t = logs.length / CLASSES - 1; t >= 0; t--) {
    if (label === 0) {
      const came = cameToBlank[t * (length + 1) + place];
      if (came !== STAYED) [place, label] = [place - 1, came];
      continue;
    }
    const known = found[place];
    if (!known || logs[t * CLASSES + label] > logs[known.step * CLASSES + label])
      found[place] = { label, step: t };
    const came = cameWithin[(t * length + place) * CLASSES + label];
    if (came === AFTER_BLANK) label = 0;
    else if (came !== STAYED) [place, label] = [place - 1, came];
  }
  return found;
}

/** That a strip says just this text: all paths that do, together. */
export function probabilityOf(logs: NumberSteps, text: string): number {
  const labels = [...text].flatMap((character) => [0, classOf(character)]).concat(0);
  let forward = new Float64Array(labels.length).fill(Number.NEGATIVE_INFINITY);
  forward[0] = 0;
  for (let t = 0; t < logs.length / CLASSES; t++) {
    const next = new Float64Array(labels.length);
    for (let s = 0; s < labels.length; s++) {
      const skips = s > 1 && labels[s] !== 0 && labels[s] !== labels[s - 2];
      const before = logSum(
        forward[s],
        s > 0 ? forward[s - 1] : Number.NEGATIVE_INFINITY,
        skips ? forward[s - 2] : Number.NEGATIVE_INFINITY,
      );
      next[s] = before + logs[t * CLASSES + labels[s]];
    }
    forward = next;
  }
  return Math.min(1, Math.exp(logSum(...forward.slice(-2))));
}

function logSum(...values: readonly number[]): number {
  const most = Math.max(...values);
  if (most === Number.NEGATIVE_INFINITY) return most;
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
