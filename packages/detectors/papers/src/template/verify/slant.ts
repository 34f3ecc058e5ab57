import type { TemplateWord } from '../types.ts';

/** Slope of the lines of text: at the middle of the page, and by how much it changes for each unit down. */
export interface Slant {
  readonly middle: number;
  readonly change: number;
}

/** Characters of words that tell a direction, and by how much theirs may differ from the page's. */
const LETTERS = 3;
const ASTRAY = 0.06;
/** Pull of the change towards 0, in words of five characters at a tenth of the page from its middle. */
const PULL = 0.3;

/** Least squares over the directions of words. A page photographed askew has lines that run together. */
export function slantOf(words: readonly TemplateWord[], middle: number, angle: number): Slant {
  const usual = Math.tan(angle);
  let [all, y1, y2, s1, sy] = [1e-9, 0, PULL, 0, 0];
  for (const { text, x1, y1: from, x2, y2: to } of words) {
    const slope = (to - from) / Math.max(1e-6, x2 - x1) - usual;
    if (text.length < LETTERS || Math.abs(slope) > ASTRAY) continue;
    const weight = (text.length - 1) ** 2;
    const y = (from + to) / 2 - middle;
    all += weight;
    y1 += weight * y;
    y2 += weight * y * y;
    s1 += weight * slope;
    sy += weight * slope * y;
  }
  const change = (sy - (s1 * y1) / all) / (y2 - (y1 * y1) / all);
  return { middle: usual + (s1 - change * y1) / all, change };
}

/** Height of the line of text through a point, where it crosses the page's middle; both from there. */
export const rowAt = ({ middle, change }: Slant, x: number, y: number): number =>
  y - (middle + change * y) * x;
