import type { Random } from '../random.ts';
import type { View } from './capture.ts';
import type { RuleLine, TemplatePage } from './types.ts';

/** Shares of lines that are not seen, and that are seen in part; deviation of their ends in shares of the picture's longer edge. */
const LOST = 0.06;
const CUT = 0.08;
const SHIFT = 0.001;
/** Shares of the longer edge: shorter lines are not looked for. */
const SHORTEST = 0.05;

/** The page's printed lines as they would be found in a picture of this view; in units of its longer edge. */
export function readRules(
  page: TemplatePage,
  view: View,
  random: Random,
): { x1: number; y1: number; x2: number; y2: number }[] {
  const unit = Math.max(view.width, view.height);
  return page.rules.flatMap((rule) => {
    if (random.chance(LOST)) return [];
    const { x1, y1, x2, y2 } = random.chance(CUT) ? half(rule, random) : rule;
    const shaken = (x: number, y: number) => {
      const [u, v] = view.toPicture(x, y);
      return [u / unit + random.normal() * SHIFT, v / unit + random.normal() * SHIFT] as const;
    };
    const [start, end] = [shaken(x1, y1), shaken(x2, y2)];
    if (Math.hypot(end[0] - start[0], end[1] - start[1]) < SHORTEST) return [];
    return [{ x1: start[0], y1: start[1], x2: end[0], y2: end[1] }];
  });
}

function half({ x1, y1, x2, y2, thick }: RuleLine, random: Random): RuleLine {
  const at = random.between(0.3, 0.7);
  const [x, y] = [x1 + at * (x2 - x1), y1 + at * (y2 - y1)];
  return random.chance(0.5) ? { x1, y1, x2: x, y2: y, thick } : { x1: x, y1: y, x2, y2, thick };
}
