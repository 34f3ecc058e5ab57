const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Names as bytes, numbered in the order in which they are first seen: open addressing over one arena. A JavaScript string a
 * field is what reading a large table costs most; here a name is decoded when somebody asks for it.
 */
export class ByteDictionary {
  #arena = new Uint8Array(1 << 16);
  #ends = new Int32Array(1 << 10);
  #hashes = new Int32Array(1 << 10);
  /** 1 + number, 0 where free; at most half full. */
  #slots = new Int32Array(1 << 11);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the name `bytes[from, to)`; a new one where it was never seen. */
  add(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    // FNV-1a leaves the low bits of short names alike; its finaliser of MurmurHash3 spreads them.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]!;
      if (entry === 0) return this.#insert(slot, hash, bytes, from, to);
      if (this.#hashes[entry - 1] === hash && this.#equals(entry - 1, bytes, from, to)) return entry - 1;
    }
  }

  #start = (id: number) => (id === 0 ? 0 : this.#ends[id - 1]!);

  #equals(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#start(id);
    if (this.#ends[id]! - start !== to - from) return false;
    const arena = this.#arena;
    for (let i = from, k = start; i < to; i++, k++) if (arena[k] !== bytes[i]) return false;
    return true;
  }

  #insert(slot: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const id = this.#size++;
    if (id === this.#ends.length) {
      this.#ends = larger(this.#ends, new Int32Array(2 * id));
      this.#hashes = larger(this.#hashes, new Int32Array(2 * id));
    }
    const start = this.#start(id);
    const end = start + to - from;
    if (end > this.#arena.length)
      this.#arena = larger(this.#arena, new Uint8Array(Math.max(end, 2 * this.#arena.length)));
    for (let i = from, k = start; i < to; i++, k++) this.#arena[k] = bytes[i]!;
    this.#ends[id] = end;
    this.#hashes[id] = hash;
    this.#slots[slot] = id + 1;
    if (2 * this.#size > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.#size; id++) {
      let slot = this.#hashes[id]! & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    }
  }

  /** @throws TypeError where the bytes are not UTF-8 */
  name(id: number): string {
    return decoder.decode(this.#arena.subarray(this.#start(id), this.#ends[id]!));
  }

  /** Order of the bytes, which for UTF-8 is that of the code points; negative where `a` comes first. */
  compare(a: number, b: number): number {
    const [i, k] = [this.#start(a), this.#start(b)];
    const [left, right] = [this.#ends[a]! - i, this.#ends[b]! - k];
    for (let at = 0; at < left && at < right; at++) {
      const difference = this.#arena[i + at]! - this.#arena[k + at]!;
      if (difference !== 0) return difference;
    }
    return left - right;
  }
}

function larger<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
