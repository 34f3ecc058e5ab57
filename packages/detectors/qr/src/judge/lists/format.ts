import { errors } from '../errors.ts';
import { bloomAdd, bloomBytes, bloomHas } from './bloom.ts';
import { prefixOf } from './hash.ts';

/** `block`: listed as dangerous; `allow`: vouched for. */
export type ListKind = 'block' | 'allow';

export interface ListName {
  readonly name: string;
  readonly kind: ListKind;
}

/** One list with the expressions it holds. */
export interface ListSource extends ListName {
  readonly expressions: Iterable<string>;
}

export interface Lists {
  readonly names: readonly ListName[];
  readonly entries: number;
  /** The list that holds an expression; null where none does (or, once in some 10^13 look-ups at a million entries, another's is meant). */
  find(expression: string): ListName | null;
}

/*
 * The file, little endian: "JZUL", version (u32), length of the names in JSON (u32), entries (u32), bytes of the filter (u32); the names, padded to
 * four bytes; the filter; the high words of all hashes, ascending; their low words; the number of each entry's list (u8).
 */
const MAGIC = 0x4c555a4a;
const VERSION = 1;
const HEAD = 20;
const MOST_LISTS = 256;
const padded = (length: number) => 4 * Math.ceil(length / 4);

/** Builds the file. Of an expression that several lists hold, the first list counts. */
export function buildLists(sources: readonly ListSource[]): Uint8Array {
  if (sources.length > MOST_LISTS) throw errors('qr.too-many-lists', { most: MOST_LISTS });
  const found = new Map<bigint, number>();
  sources.forEach(({ expressions }, list) => {
    for (const expression of expressions) {
      const [high, low] = prefixOf(expression);
      const key = (BigInt(high) << 32n) | BigInt(low);
      if (!found.has(key)) found.set(key, list);
    }
  });
  const keys = BigUint64Array.from(found.keys()).sort();
  const names = Buffer.from(JSON.stringify(sources.map(({ name, kind }) => ({ name, kind }))));
  const filterBytes = bloomBytes(keys.length);
  const start = HEAD + padded(names.length);
  const bytes = new Uint8Array(start + filterBytes + 9 * keys.length);
  new Uint32Array(bytes.buffer, 0, 5).set([MAGIC, VERSION, names.length, keys.length, filterBytes]);
  bytes.set(names, HEAD);
  const filter = bytes.subarray(start, start + filterBytes);
  const words = new Uint32Array(bytes.buffer, start + filterBytes, 2 * keys.length);
  const lists = bytes.subarray(start + filterBytes + 8 * keys.length);
  keys.forEach((key, i) => {
    const [high, low] = [Number(key >> 32n), Number(key & 0xffffffffn)];
    words[i] = high;
    words[keys.length + i] = low;
    lists[i] = found.get(key)!;
    bloomAdd(filter, high, low);
  });
  return bytes;
}

/** The index of the first of the ascending words that is not below `value`. Hashes are uniform: two steps of interpolation, then halving. */
function lowerBound(words: Uint32Array, value: number): number {
  let [low, high] = [0, words.length];
  for (let step = 0; low < high; step++) {
    const guess =
      step < 2 && words[high - 1]! > words[low]!
        ? low + Math.floor(((value - words[low]!) / (words[high - 1]! - words[low]!)) * (high - 1 - low))
        : (low + high) >>> 1;
    const middle = Math.min(Math.max(guess, low), high - 1);
    if (words[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Opens what `buildLists` made, in place: nothing is copied where the bytes are aligned.
 * @throws CodedError `qr.lists-unreadable`
 */
export function openLists(bytes: Uint8Array): Lists {
  const fail = (detail: string): never => {
    throw errors('qr.lists-unreadable', { detail });
  };
  const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  if (file.length < HEAD) fail('too short');
  const [magic, version, nameBytes, entries, filterBytes] = new Uint32Array(file.buffer, file.byteOffset, 5);
  if (magic !== MAGIC || version !== VERSION) fail('no list file of this version');
  const start = HEAD + padded(nameBytes!);
  if (file.length !== start + filterBytes! + 9 * entries! || filterBytes !== bloomBytes(entries!))
    fail('wrong length');
  const names = namesIn(file.subarray(HEAD, HEAD + nameBytes!)) ?? fail('names of lists are damaged');
  const filter = file.subarray(start, start + filterBytes!);
  const words = new Uint32Array(file.buffer, file.byteOffset + start + filterBytes!, 2 * entries!);
  const [highs, lows] = [words.subarray(0, entries), words.subarray(entries)];
  const lists = file.subarray(start + filterBytes! + 8 * entries!);
  return {
    names,
    entries: entries!,
    find(expression) {
      const [high, low] = prefixOf(expression);
      if (!bloomHas(filter, high, low)) return null;
      for (let i = lowerBound(highs, high); i < highs.length && highs[i] === high; i++)
        if (lows[i] === low) return names[lists[i]!] ?? null;
      return null;
    },
  };
}

function namesIn(bytes: Uint8Array): ListName[] | null {
  try {
    const names: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const sound = (entry: ListName) =>
      typeof entry.name === 'string' && (entry.kind === 'block' || entry.kind === 'allow');
    return Array.isArray(names) && names.every(sound) ? names : null;
  } catch {
    return null;
  }
}
