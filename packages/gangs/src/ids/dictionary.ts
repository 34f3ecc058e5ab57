/** Strings numbered in the order in which they are first seen. */
export class Dictionary {
  readonly names: string[] = [];
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.names.length;
  }

  /** The string's number; a new one where it was never seen. */
  add(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.names.length;
    this.names.push(name);
    this.#ids.set(name, id);
    return id;
  }

  /** −1 where it was never seen. */
  find(name: string): number {
    return this.#ids.get(name) ?? -1;
  }
}
