// Reed–Solomon codes over GF(256), x⁸ + x⁴ + x³ + x² + 1, roots from α⁰ on (ISO/IEC 18004:2015, section 7.5.2).
// Decoding with erasures after Blahut, "Theory and Practice of Error Control Codes" (1983), chapter 7.

const EXP = new Uint8Array(510);
const LOG = new Uint8Array(256);
for (let i = 0, value = 1; i < 255; i++) {
  EXP[i] = value;
  EXP[i + 255] = value;
  LOG[value] = i;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}

const multiply = (a: number, b: number): number => (a && b ? EXP[LOG[a]! + LOG[b]!]! : 0);
const divide = (a: number, b: number): number => (a ? EXP[LOG[a]! + 255 - LOG[b]!]! : 0);

/** A polynomial's value; coefficients lowest first. */
function evaluate(polynomial: Uint8Array, x: number): number {
  let value = 0;
  for (let i = polynomial.length - 1; i >= 0; i--) value = multiply(value, x) ^ polynomial[i]!;
  return value;
}

function syndromesOf(block: Uint8Array, parity: number): Uint8Array {
  return Uint8Array.from({ length: parity }, (_, i) => {
    let value = 0;
    for (const symbol of block) value = multiply(value, EXP[i]!) ^ symbol;
    return value;
  });
}

export interface Corrected {
  readonly block: Uint8Array;
  /** Codewords that were wrong without being among the erasures. */
  readonly errors: number;
}

/**
 * Corrects a block of data and `parity` codewords, of which those at `erasures` are not to be believed; null where there
 * are more errors than 2 × errors + erasures ≤ parity allows.
 */
export function correctBlock(
  block: Uint8Array,
  parity: number,
  erasures: readonly number[] = [],
): Corrected | null {
  const syndromes = syndromesOf(block, parity);
  if (syndromes.every((value) => value === 0)) return { block: block.slice(), errors: 0 };
  if (erasures.length > parity) return null;
  const last = block.length - 1;
  const locator = errataLocator(
    syndromes,
    erasures.map((index) => EXP[last - index]!),
  );
  const degree = degreeOf(locator);
  if (2 * (degree - erasures.length) + erasures.length > parity) return null;
  const places = rootsOf(locator, block.length);
  if (places.length !== degree) return null;
  const out = block.slice();
  const evaluator = evaluatorOf(syndromes, locator);
  for (const place of places) {
    const inverse = EXP[(255 - place) % 255]!;
    const slope = derivativeAt(locator, inverse);
    if (slope === 0) return null;
    out[last - place]! ^= multiply(EXP[place]!, divide(evaluate(evaluator, inverse), slope));
  }
  if (syndromesOf(out, parity).some((value) => value !== 0)) return null;
  const known = new Set(erasures);
  const errors = out.reduce((sum, value, i) => sum + (value !== block[i] && !known.has(i) ? 1 : 0), 0);
  return { block: out, errors };
}

/** Berlekamp–Massey, begun with the locator of the erasures. */
function errataLocator(syndromes: Uint8Array, erased: readonly number[]): Uint8Array {
  const length = syndromes.length + 1;
  let locator = new Uint8Array(length);
  locator[0] = 1;
  for (const root of erased)
    for (let i = length - 1; i > 0; i--) locator[i]! ^= multiply(root, locator[i - 1]!);
  let previous = locator.slice();
  let order = erased.length;
  for (let step = erased.length; step < syndromes.length; step++) {
    let discrepancy = 0;
    for (let i = 0; i <= step; i++) discrepancy ^= multiply(locator[i]!, syndromes[step - i]!);
    previous.copyWithin(1, 0);
    previous[0] = 0;
    if (discrepancy === 0) continue;
    const next = locator.map((value, i) => value ^ multiply(discrepancy, previous[i]!));
    if (2 * order <= step + erased.length) {
      order = step + 1 + erased.length - order;
      previous = locator.map((value) => divide(value, discrepancy));
    }
    locator = next;
  }
  return locator;
}

function degreeOf(polynomial: Uint8Array): number {
  let degree = polynomial.length - 1;
  while (degree > 0 && polynomial[degree] === 0) degree--;
  return degree;
}

/** Powers p below `length` for which α⁻ᵖ is a root (Chien's search). */
function rootsOf(locator: Uint8Array, length: number): number[] {
  const places: number[] = [];
  for (let place = 0; place < length; place++)
    if (evaluate(locator, EXP[(255 - place) % 255]!) === 0) places.push(place);
  return places;
}

function evaluatorOf(syndromes: Uint8Array, locator: Uint8Array): Uint8Array {
  return syndromes.map((_, k) => {
    let value = 0;
    for (let i = 0; i <= k; i++) value ^= multiply(locator[i]!, syndromes[k - i]!);
    return value;
  });
}

/** The formal derivative keeps odd powers only. */
function derivativeAt(locator: Uint8Array, x: number): number {
  const odd = Uint8Array.from({ length: locator.length }, (_, i) =>
    i % 2 === 0 ? (locator[i + 1] ?? 0) : 0,
  );
  return evaluate(odd, x);
}
