import type { StoredVoice } from '@jianzhen/cases';
import type { Voiceprint, VoiceprintKind } from '@jianzhen/evidence';

type Facts = Omit<StoredVoice, 'vector'>;

const ROOM = 1024;

/** Voices of one model: their vectors in one array, row after row, in no order. */
export class KnownVoices {
  private readonly size: number;
  private vectors: Float32Array;
  private readonly rows: Facts[] = [];
  private readonly places = new Map<number, number>();
  private readonly counts = new Map<VoiceprintKind, number>();

  constructor(size: number) {
    this.size = size;
    this.vectors = new Float32Array(ROOM * size);
  }

  add({ vector, ...facts }: StoredVoice): void {
    const place = this.rows.length;
    if ((place + 1) * this.size > this.vectors.length) {
      const grown = new Float32Array(2 * this.vectors.length);
      grown.set(this.vectors);
      // What is let go of must not lie about in memory.
      this.vectors.fill(0);
      this.vectors = grown;
    }
    this.vectors.set(vector, place * this.size);
    this.rows.push(facts);
    this.places.set(facts.number, place);
    this.counts.set(facts.kind, this.count([facts.kind]) + 1);
  }

  /** The last row takes the place of the one that goes. */
  remove(number: number): void {
    const place = this.places.get(number);
    if (place === undefined) return;
    const { kind } = this.rows[place]!;
    const last = this.rows.length - 1;
    const moved = this.rows[last]!;
    this.vectors.copyWithin(place * this.size, last * this.size, (last + 1) * this.size);
    this.vectors.fill(0, last * this.size, (last + 1) * this.size);
    this.rows[place] = moved;
    this.rows.pop();
    this.places.set(moved.number, place);
    this.places.delete(number);
    this.counts.set(kind, this.count([kind]) - 1);
  }

  count(kinds: readonly VoiceprintKind[]): number {
    return kinds.reduce((sum, kind) => sum + (this.counts.get(kind) ?? 0), 0);
  }

  get(number: number): StoredVoice | null {
    const place = this.places.get(number);
    return place === undefined ? null : this.at(place);
  }

  /** Those of the kinds whose vectors point most nearly the same way, best first. */
  nearest({ vector }: Voiceprint, kinds: readonly VoiceprintKind[], limit: number): StoredVoice[] {
    const wanted = new Set(kinds);
    const { size, vectors } = this;
    // Sorted, best first; places of the best so far and their products.
    const best: { place: number; product: number }[] = [];
    for (let place = 0; place < this.rows.length; place++) {
      if (!wanted.has(this.rows[place]!.kind)) continue;
      let product = 0;
      for (let i = 0, at = place * size; i < size; i++, at++) product += vector[i]! * vectors[at]!;
      if (best.length === limit && product <= best.at(-1)!.product) continue;
      const rank = best.findIndex((other) => other.product < product);
      best.splice(rank < 0 ? best.length : rank, 0, { place, product });
      if (best.length > limit) best.pop();
    }
    return best.map(({ place }) => this.at(place));
  }

  private at(place: number): StoredVoice {
    const vector = this.vectors.subarray(place * this.size, (place + 1) * this.size);
    return { ...this.rows[place]!, vector };
  }
}
