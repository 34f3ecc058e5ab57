/** Counts of values from 0 up, `perUnit` bins a unit; values beyond the last bin fall into it. */
export class Histogram {
  readonly bins: Uint32Array;
  readonly perUnit: number;
  total = 0;

  constructor(size: number, perUnit: number) {
    this.bins = new Uint32Array(size);
    this.perUnit = perUnit;
  }

  add(value: number): void {
    const bin = (value * this.perUnit) | 0;
    this.bins[bin < 0 ? 0 : bin < this.bins.length ? bin : this.bins.length - 1]!++;
    this.total++;
  }

  /** Middle of the bin in which the share of values is reached; NaN when empty. */
  quantile(share: number): number {
    if (this.total === 0) return Number.NaN;
    const target = Math.floor(Math.min(this.total - 1, share * this.total));
    let seen = 0;
    for (let bin = 0; bin < this.bins.length; bin++) {
      seen += this.bins[bin]!;
      if (seen > target) return (bin + 0.5) / this.perUnit;
    }
    return Number.NaN;
  }

  clear(): void {
    this.bins.fill(0);
    this.total = 0;
  }
}
