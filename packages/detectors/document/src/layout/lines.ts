import type { Box } from './components.ts';

/** Chains words into lines: each word joins the line whose last word overlaps it by half in height and lies nearest. */
export function findLines(boxes: readonly Box[]): number[][] {
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a]!.left - boxes[b]!.left);
  const lines: number[][] = [];
  for (const i of order) {
    const word = boxes[i]!;
    let best: number[] | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    for (const line of lines) {
      const last = boxes[line.at(-1)!]!;
      const overlap = Math.min(word.bottom, last.bottom) - Math.max(word.top, last.top);
      const lower = Math.min(word.bottom - word.top, last.bottom - last.top);
      const distance = word.left - last.right;
      if (overlap < 0.5 * lower || distance < -lower || distance >= nearest) continue;
      best = line;
      nearest = distance;
    }
    if (best) best.push(i);
    else lines.push([i]);
  }
  return lines.sort((a, b) => boxes[a[0]!]!.top - boxes[b[0]!]!.top);
}
