/** Input widths are multiples of this. */
const STRIDE = 16;
/** Columns of padding that even a full strip gets: the network was trained with an end to be seen. */
const MARGIN = 8;
/** Narrower inputs are padded to this. */
const LEAST_WIDTH = 64;
/** Columns of all strips of a batch: bounds the memory of a run. */
const MOST_COLUMNS = 960;
/** Share of a batch's narrowest strip that may be padding. */
const MOST_PADDING = 0.2;

export interface Batch {
  /** Indices of the strips. */
  readonly members: readonly number[];
  /** What each is padded to. */
  readonly width: number;
}

export const paddedWidth = (width: number): number =>
  Math.max(LEAST_WIDTH, Math.ceil((width + MARGIN) / STRIDE) * STRIDE);

/** Strips of about the same width together, so that little is computed on padding. */
export function batches(widths: readonly number[]): Batch[] {
  const order = widths.map((_, i) => i).sort((a, b) => widths[a] - widths[b]);
  const out: { members: number[]; width: number }[] = [];
  for (const index of order) {
    const width = paddedWidth(widths[index]);
    const last = out.at(-1);
    const least = last ? paddedWidth(widths[last.members[0]]) : 0;
    const fits = last && (last.members.length + 1) * width <= MOST_COLUMNS;
    if (last && fits && width - least <= MOST_PADDING * width) {
      last.members.push(index);
      last.width = width;
    } else out.push({ members: [index], width });
  }
  return out;
}
