// Hashed n-grams: Weinberger et al. 2009, "Feature hashing for large scale multitask learning". FNV-1a over UTF-16 units, mixed at the end by
// Murmur3's finaliser, so that the high bits are good too.

const START = 0x811c9dc5;
const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);

function slot(state: number, bits: number): number {
  let hash = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) >>> (32 - bits);
}

/** Slots of all n-grams of `from` to `to` characters of what follows the first `salt` characters of a text, which set the hash off. */
export function addGrams(
  slots: number[],
  text: string,
  salt: number,
  from: number,
  to: number,
  bits: number,
): void {
  let salted = START;
  for (let i = 0; i < salt; i++) salted = step(salted, text.charCodeAt(i));
  for (let i = salt; i + from <= text.length; i++) {
    let hash = salted;
    const end = Math.min(text.length, i + to);
    for (let j = i; j < end; j++) {
      hash = step(hash, text.charCodeAt(j));
      if (j - i + 1 >= from) slots.push(slot(hash, bits));
    }
  }
}

/** The slot of a text as a whole. */
export function addWord(slots: number[], text: string, bits: number): void {
  let hash = START;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  slots.push(slot(hash, bits));
}
