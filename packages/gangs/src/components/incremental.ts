import { ReservedInts } from './reserved.ts';
import { findRoot } from './union-find.ts';

/** Room for growth over what is there at the beginning. */
const HEADROOM = 8;
const LEAST_ROOM = 1 << 20;

/**
 * Components that follow as vertices and links come and go. Union by size with path halving; each set is also a ring of its
 * vertices, so that taking a vertex away visits its component alone. Links are chains from both ends.
 */
export class IncrementalComponents {
  /** Minus the size at a root, the parent elsewhere. */
  readonly #parents: ReservedInts;
  /** The next vertex of the same component, in a circle. */
  readonly #ring: ReservedInts;
  /** Last half-link of a vertex, −1 without. Half-link `2l` leads from a link's first end to the second, `2l + 1` back. */
  readonly #last: ReservedInts;
  readonly #before: ReservedInts;
  readonly #target: ReservedInts;
  #vertices = 0;
  #halves = 0;

  constructor(vertices = 0, links = 0) {
    const mostVertices = Math.max(LEAST_ROOM, HEADROOM * vertices);
    const mostHalves = Math.max(LEAST_ROOM, 2 * HEADROOM * links);
    this.#parents = new ReservedInts(vertices, mostVertices, -1);
    this.#ring = new ReservedInts(vertices, mostVertices, -1);
    this.#last = new ReservedInts(vertices, mostVertices, -1);
    this.#before = new ReservedInts(2 * links, mostHalves, -1);
    this.#target = new ReservedInts(2 * links, mostHalves, -1);
    for (let i = 0; i < vertices; i++) this.add();
  }

  static from(vertices: number, from: Int32Array, to: Int32Array): IncrementalComponents {
    const made = new IncrementalComponents(vertices, from.length);
    for (let link = 0; link < from.length; link++) made.link(from[link]!, to[link]!);
    return made;
  }

  get vertices(): number {
    return this.#vertices;
  }

  /** A new vertex by itself; answers with its number. */
  add(): number {
    const vertex = this.#vertices++;
    this.#parents.ensure(this.#vertices);
    this.#ring.ensure(this.#vertices);
    this.#last.ensure(this.#vertices);
    this.#ring.values[vertex] = vertex;
    return vertex;
  }

  link(a: number, b: number): void {
    this.#before.ensure(this.#halves + 2);
    this.#target.ensure(this.#halves + 2);
    this.#half(a, b);
    this.#half(b, a);
    this.#union(a, b);
  }

  #half(from: number, to: number): void {
    const half = this.#halves++;
    this.#target.values[half] = to;
    this.#before.values[half] = this.#last.values[from]!;
    this.#last.values[from] = half;
  }

  /** Some vertex of the component: the same for all of them, until the next change. */
  find(vertex: number): number {
    return findRoot(this.#parents.values, vertex);
  }

  size(vertex: number): number {
    return -this.#parents.values[this.find(vertex)]!;
  }

  /** All vertices of a component, in no order. */
  members(vertex: number): number[] {
    const found = [vertex];
    for (let at = this.#ring.values[vertex]!; at !== vertex; at = this.#ring.values[at]!) found.push(at);
    return found;
  }

  #union(a: number, b: number): void {
    const parents = this.#parents.values;
    let large = this.find(a);
    let small = this.find(b);
    if (large === small) return;
    if (parents[large]! > parents[small]!) [large, small] = [small, large];
    parents[large]! += parents[small]!;
    parents[small] = large;
    // Exchanging what follows joins two rings.
    const ring = this.#ring.values;
    const next = ring[large]!;
    ring[large] = ring[small]!;
    ring[small] = next;
  }

  /** Takes a vertex's links away; what hung together by them falls apart. The vertex stays, alone. Only its component is visited. */
  isolate(vertex: number): void {
    const members = this.members(vertex);
    const parents = this.#parents.values;
    const ring = this.#ring.values;
    const last = this.#last.values;
    const before = this.#before.values;
    const target = this.#target.values;
    for (const member of members) {
      parents[member] = -1;
      ring[member] = member;
    }
    last[vertex] = -1;
    for (const member of members) {
      let later = -1;
      for (let half = last[member]!; half !== -1; half = before[half]!) {
        if (target[half] !== vertex) {
          later = half;
          this.#union(member, target[half]!);
        } else if (later === -1) last[member] = before[half]!;
        else before[later] = before[half]!;
      }
    }
  }
}
