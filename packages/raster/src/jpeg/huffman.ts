// ITU-T T.81 (1992), annex C (code assignment) and F.2.2.3 (decoding).

/** Bits that one look-up resolves; longer codes take the slow path. */
export const LOOKUP_BITS = 10;

/** A Huffman table made ready for decoding. */
export interface HuffmanDecoder {
  /** By the next ten bits: code length << 8 | symbol, 0 where the code is longer. */
  readonly lookup: Uint16Array;
  /** Largest code of each length 1–16, −1 where there is none. */
  readonly maxCode: Int32Array;
  /** What turns a code of a length into its index in `symbols`. */
  readonly offset: Int32Array;
  readonly symbols: Uint8Array;
}

/**
 * @param counts codes of each length 1–16 (BITS)
 * @param symbols values in the order of their codes (HUFFVAL)
 * @returns null where the counts claim more codes than their lengths allow
 */
export function buildHuffmanDecoder(counts: Uint8Array, symbols: Uint8Array): HuffmanDecoder | null {
  const lookup = new Uint16Array(1 << LOOKUP_BITS);
  const maxCode = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++) {
    offset[length] = index - code;
    for (let i = 0; i < counts[length - 1]!; i++, code++, index++) {
      if (length <= LOOKUP_BITS) {
        const from = code << (LOOKUP_BITS - length);
        lookup.fill((length << 8) | symbols[index]!, from, from + (1 << (LOOKUP_BITS - length)));
      }
      maxCode[length] = code;
    }
    if (code > 1 << length) return null;
    code <<= 1;
  }
  return { lookup, maxCode, offset, symbols };
}
