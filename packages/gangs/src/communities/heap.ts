/** A binary heap of the numbers 0 … n − 1 by keys that may fall; of equal keys the lower number comes first. */
export class IndexedHeap {
  readonly #keys: Float64Array;
  readonly #heap: Int32Array;
  /** Where a number stands in the heap; −1 once taken. */
  readonly #place: Int32Array;
  #length: number;

  constructor(keys: Float64Array) {
    this.#keys = keys.slice();
    this.#length = keys.length;
    this.#heap = Int32Array.from(keys, (_, i) => i);
    this.#place = this.#heap.slice();
    for (let at = (this.#length >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  has(item: number): boolean {
    return this.#place[item] !== -1;
  }

  /** The last key, also of what was taken. */
  key(item: number): number {
    return this.#keys[item]!;
  }

  /** Takes the item with the least key. */
  pop(): number {
    const top = this.#heap[0]!;
    const last = this.#heap[--this.#length]!;
    if (top !== last) {
      this.#heap[0] = last;
      this.#place[last] = 0;
      this.#sink(0);
    }
    this.#place[top] = -1;
    return top;
  }

  lower(item: number, key: number): void {
    this.#keys[item] = key;
    for (let at = this.#place[item]!; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.#less(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #less(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a]!, this.#heap[b]!];
    return this.#keys[x]! < this.#keys[y]! || (this.#keys[x] === this.#keys[y] && x < y);
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a]!, this.#heap[b]!];
    this.#heap[a] = y;
    this.#heap[b] = x;
    this.#place[x] = b;
    this.#place[y] = a;
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < this.#length && this.#less(below, least)) least = below;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }
}
