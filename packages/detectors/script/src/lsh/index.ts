import { errors } from '../errors.ts';
import { agreement, SLOTS } from '../minhash/index.ts';
import { createBuckets } from './buckets.ts';
import { readSketches, writeSketches } from './serial.ts';

export interface ScriptMatch {
  /** Number of the text in the index. */
  readonly number: number;
  /** Estimated Jaccard index of the shingles, 0–1. */
  readonly similarity: number;
}

export interface ScriptSearch {
  /** Matches at most; 50 unless told. */
  readonly limit?: number;
  /** Matches have at least this similarity, 0–1; 0.3 unless told. */
  readonly least?: number;
  /** Entries of buckets looked at, at most; 20,000 unless told. Where a script has more copies, the latest are seen. */
  readonly budget?: number;
}

/** Sketches of texts in memory: 402 bytes a text, and 42 MB of buckets for a million texts, 168 MB from four million on. */
export interface ScriptIndex {
  readonly size: number;
  readonly capacity: number;
  /**
   * Takes a sketch in; numbers count up, and those of texts taken out are given again.
   * @throws CodedError `script.index-full` beyond the capacity
   */
  add(sketch: Uint16Array): number;
  /** The number is free again; false where there was no such text. Time grows with the copies of its script. */
  remove(number: number): boolean;
  /** The most alike, best first. */
  search(sketch: Uint16Array, options?: ScriptSearch): ScriptMatch[];
  /** 240 bytes a text; buckets are made anew on reading. */
  toBytes(): Uint8Array;
}

/** Least similarity from which a glance at a text is enough to leave it out. */
const GLANCED = 0.3;

/** An empty index. @param capacity texts that it has room for */
export function createScriptIndex(capacity: number): ScriptIndex {
  const sketches = new Uint16Array(capacity * SLOTS);
  const present = new Uint8Array(capacity);
  const buckets = createBuckets(capacity);
  const free: number[] = [];
  let [size, used] = [0, 0];
  const sketchOf = (number: number) => sketches.subarray(number * SLOTS, (number + 1) * SLOTS);
  return {
    capacity,
    get size() {
      return size;
    },
    add(sketch) {
      if (size === capacity) throw errors('script.index-full', { capacity });
      const number = free.pop() ?? used++;
      sketches.set(sketch, number * SLOTS);
      buckets.add(sketch, number);
      present[number] = 1;
      size++;
      return number;
    },
    remove(number) {
      if (present[number] !== 1) return false;
      buckets.remove(sketchOf(number), number);
      present[number] = 0;
      free.push(number);
      size--;
      return true;
    },
    search(sketch, { limit = 50, least = 0.3, budget = 20_000 } = {}) {
      const matches: ScriptMatch[] = [];
      const { numbers, bands } = buckets.near(sketch, budget);
      const enough = leastBands(numbers, bands);
      for (const number of numbers) {
        if (bands(number) < enough) continue;
        const similarity = agreement(sketch, sketches, number * SLOTS, least >= GLANCED);
        if (similarity >= least) matches.push({ number, similarity });
      }
      return matches.sort((a, b) => b.similarity - a.similarity || a.number - b.number).slice(0, limit);
    },
    toBytes: () =>
      writeSketches(
        Array.from({ length: used }, (_, number) => number).filter((number) => present[number] === 1),
        sketchOf,
      ),
  };
}

/** Texts whose whole sketches are compared, about; those in most bands with the query come first. */
const COMPARED = 1500;

function leastBands(numbers: readonly number[], bands: (number: number) => number): number {
  if (numbers.length <= COMPARED) return 1;
  const counts: number[] = [];
  for (const number of numbers) counts[bands(number)] = (counts[bands(number)] ?? 0) + 1;
  let least = counts.length - 1;
  for (let sum = counts[least]!; least > 1 && sum + (counts[least - 1] ?? 0) <= COMPARED; )
    sum += counts[--least] ?? 0;
  return least;
}

/**
 * An index as `toBytes` wrote it. Texts are numbered anew from 0, in the order of their old numbers.
 * @throws CodedError `script.index-unreadable`, `script.index-full`
 */
export function scriptIndexFromBytes(bytes: Uint8Array, capacity?: number): ScriptIndex {
  const sketches = readSketches(bytes);
  const count = sketches.length / SLOTS;
  const index = createScriptIndex(capacity ?? count);
  for (let number = 0; number < count; number++)
    index.add(sketches.subarray(number * SLOTS, (number + 1) * SLOTS));
  return index;
}
