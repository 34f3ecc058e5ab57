/** Marsaglia, "Xorshift RNGs" (Journal of Statistical Software 2003), 32 bits: a seeded generator of numbers in [0, 1). */
export function xorshift(seed: number): () => number {
  // Neighbouring seeds are spread first (the finaliser of MurmurHash3), and zero is a state that never leaves itself.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** 0 … n − 1 in random order (Fisher and Yates). */
export function shuffled(n: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}
