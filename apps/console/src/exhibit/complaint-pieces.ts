export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly marked: boolean;
}

/** A text cut at the ends of spans; spans may overlap, and reach beyond the text. */
export function pieces(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const push = (to: number, marked: boolean) => {
    if (to > at) found.push({ from: at, text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    push(Math.min(start, text.length), false);
    push(Math.min(end, text.length), true);
  }
  push(text.length, false);
  return found;
}
