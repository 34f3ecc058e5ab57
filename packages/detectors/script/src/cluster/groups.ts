/** Two 32-bit words as 16 hexadecimal digits. */
const hexadecimal = (high: number, low: number): string =>
  [high, low].map((word) => word.toString(16).padStart(8, '0')).join('');

/**
 * R. E. Tarjan, "Efficiency of a good but not linear set union algorithm" (1975), with the oldest group as root; path halving. Names
 * are kept as numbers: most of a million texts are alone in their group, and strings would weigh more than all else.
 */
export class Groups {
  private readonly parents: number[] = [];
  private readonly counts: number[] = [];
  private readonly high: number[] = [];
  private readonly low: number[] = [];

  root(group: number): number {
    let at = group;
    while (this.parents[at] !== at) {
      this.parents[at] = this.parents[this.parents[at]!]!;
      at = this.parents[at]!;
    }
    return at;
  }

  name(root: number): string {
    return hexadecimal(this.high[root]!, this.low[root]!);
  }

  count(root: number): number {
    return this.counts[root]!;
  }

  /** One more text, in the given groups, which become one; in a new group of the given name where there is none. */
  join(roots: readonly number[], name: string): { group: number; merged: string[] } {
    const [oldest = this.open(name), ...others] = roots.toSorted((a, b) => a - b);
    for (const other of others) {
      this.parents[other] = oldest;
      this.counts[oldest]! += this.counts[other]!;
    }
    this.counts[oldest]!++;
    // Two groups bear one name where a text came back after its group's other texts had drifted from it.
    const merged = others.map((other) => this.name(other)).filter((other) => other !== this.name(oldest));
    return { group: oldest, merged };
  }

  leave(group: number): void {
    this.counts[this.root(group)]!--;
  }

  private open(name: string): number {
    const group = this.parents.length;
    this.parents.push(group);
    this.counts.push(0);
    this.high.push(Number.parseInt(name.slice(0, 8), 16));
    this.low.push(Number.parseInt(name.slice(8), 16));
    return group;
  }
}
