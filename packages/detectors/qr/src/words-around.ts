import type { Code, TextLine } from '@jianzhen/evidence';

/** How far from a code its caption may stand, in sides of the code. */
const REACH = 1.5;

/** Lines of text near a code, nearest first: a poster says beside the code what it is for. */
export function wordsAround(corners: Code['corners'], lines: readonly TextLine[]): string[] {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const reach = REACH * Math.max(right - left, bottom - top);
  return lines
    .map(({ text, region: { x, y, width, height } }) => ({
      text,
      gap: Math.max(left - (x + width), x - right, top - (y + height), y - bottom, 0),
    }))
    .filter(({ gap }) => gap <= reach)
    .sort((a, b) => a.gap - b.gap)
    .map(({ text }) => text);
}
