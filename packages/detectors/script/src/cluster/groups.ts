/** R. E. Tarjan, "Efficiency of a good but not linear set union algorithm" (1975), the oldest group as root; path halving. */
export class Groups {
  private readonly parents: number[] = [];
  private readonly counts: number[] = [];
  private readonly names: string[] = [];
  private readonly byName = new Map<string, number>();

  root(group: number): number {
    let at = group;
    while (this.parents[at] !== at) {
      this.parents[at] = this.parents[this.parents[at]!]!;
      at = this.parents[at]!;
    }
    return at;
  }

  name = (root: number): string => this.names[root]!;
  count = (root: number): number => this.counts[root]!;

  /** One more text, in the given groups, which become one; a group of the given name where there is none. */
  join(roots: readonly number[], name: string): { group: number; merged: string[] } {
    const [oldest = this.open(name), ...others] = roots.toSorted((a, b) => a - b);
    for (const other of others) {
      this.parents[other] = oldest;
      this.counts[oldest]! += this.counts[other]!;
    }
    this.counts[oldest]!++;
    return { group: oldest, merged: others.map((other) => this.names[other]!) };
  }

  leave(group: number): void {
    this.counts[this.root(group)]!--;
  }

  /** A text that founds a script which was emptied, or lost its founder, takes that script up again. */
  private open(name: string): number {
    const known = this.byName.get(name);
    if (known !== undefined) return this.root(known);
    const group = this.parents.length;
    this.parents.push(group);
    this.counts.push(0);
    this.names.push(name);
    this.byName.set(name, group);
    return group;
  }
}
