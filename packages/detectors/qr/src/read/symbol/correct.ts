import { type Format, formatsByLikeness } from './format.ts';
import { DARK, isMasked, type Layout, LIGHT } from './layout.ts';
import { correctBlock } from './reed-solomon.ts';
import { blocksOf } from './versions.ts';

/** Formats that are tried, by likeness. */
const FORMATS = 2;
/** Redundancy that must be left over in each block: what was guessed at must not be able to fit by chance. */
const SPARE = 2;
/** Shares of a block's parity that are given up as erasures, least trusted codewords first. */
const ERASED = [0, 0.2, 0.4, 0.6, 0.8];

/**
 * A symbol as it was printed, one byte a module, 1 dark; null where it cannot be told from what was seen.
 * `darkness` has a value a module: above zero dark, below light, the further the surer.
 */
export function correctSymbol(layout: Layout, darkness: Float32Array): Uint8Array | null {
  for (const format of formatsByLikeness(layout, darkness).slice(0, FORMATS)) {
    const codewords = correctCodewords(layout, format, darkness);
    if (codewords) return print(layout, format, codewords);
  }
  return null;
}

function correctCodewords(
  { version, size, data }: Layout,
  { level, mask }: Format,
  darkness: Float32Array,
): Uint8Array | null {
  const count = data.length >>> 3;
  const seen = new Uint8Array(count);
  const trust = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  for (let bit = 0; bit < 8 * count; bit++) {
    const place = data[bit]!;
    const value = darkness[place]!;
    const dark = value > 0 !== isMasked(mask, place % size, Math.floor(place / size));
    if (dark) seen[bit >>> 3]! |= 0x80 >>> (bit & 7);
    trust[bit >>> 3] = Math.min(trust[bit >>> 3]!, Math.abs(value));
  }
  const { parity, data: lengths } = blocksOf(version, level, count);
  const out = new Uint8Array(count);
  for (const places of interleaved(lengths, parity)) {
    const block = correctWithErasures(
      Uint8Array.from(places, (place) => seen[place]!),
      parity,
      places.map((place) => trust[place]!),
    );
    if (!block) return null;
    places.forEach((place, i) => {
      out[place] = block[i]!;
    });
  }
  return out;
}

/** For each block, where its codewords lie in the sequence of the symbol (section 7.6). */
function interleaved(lengths: readonly number[], parity: number): number[][] {
  const blocks: number[][] = lengths.map(() => []);
  let place = 0;
  for (let i = 0; i < lengths.at(-1)!; i++)
    lengths.forEach((length, block) => {
      if (i < length) blocks[block]!.push(place++);
    });
  for (let i = 0; i < parity; i++) for (const block of blocks) block.push(place++);
  return blocks;
}

function correctWithErasures(block: Uint8Array, parity: number, trust: readonly number[]): Uint8Array | null {
  const doubtful = trust.map((_, i) => i).sort((a, b) => trust[a]! - trust[b]!);
  for (const share of ERASED) {
    const erasures = doubtful.slice(0, Math.floor(share * parity));
    const corrected = correctBlock(block, parity, erasures);
    if (corrected && parity - erasures.length - 2 * corrected.errors >= SPARE) return corrected.block;
  }
  return null;
}

function print({ size, kinds, data, format: places }: Layout, { mask, bits }: Format, codewords: Uint8Array) {
  const modules = Uint8Array.from(kinds, (kind) => (kind === DARK ? 1 : 0));
  places.forEach(([first, second], i) => {
    modules[first] = (bits >>> i) & 1;
    modules[second] = (bits >>> i) & 1;
  });
  data.forEach((place, bit) => {
    const set = bit >>> 3 < codewords.length && (codewords[bit >>> 3]! >>> (7 - (bit & 7))) & 1;
    modules[place] = Number(!!set !== isMasked(mask, place % size, Math.floor(place / size)));
  });
  return modules;
}

/** Mean agreement of what was seen with the patterns that every symbol of the version has, in [−1, 1]. */
export function patternAgreement({ kinds }: Layout, darkness: Float32Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!;
    if (kind !== DARK && kind !== LIGHT) continue;
    sum += darkness[i]! > 0 === (kind === DARK) ? 1 : -1;
    count++;
  }
  return sum / count;
}
