import type { TemplateRule } from '../types.ts';
import type { PageAlignment } from './align.ts';
import type { Anchors } from './anchors.ts';
import { mapX, mapY } from './homography.ts';

/** Samples along a line of print, and how far off it a mapped one may be, in sizes of the page's text. */
const STEPS = 7;
const OFF = 0.55;
/** Length of lines, in longer edges, up to which they are doubted: a single one may be missed. */
const DOUBT = 0.8;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * How well two pages' lines of print agree: towards 1 where each lies on one of the other page, towards −1 where none does, the
 * more of them the nearer; 0 without lines.
 * @param a text of the first page, from whose middle the alignment counts; `b` of the second
 */
export function rulesAgree(
  rules: readonly [readonly TemplateRule[], readonly TemplateRule[]],
  a: Anchors,
  b: Anchors,
  { map, bands }: PageAlignment,
): number {
  const length = (own: readonly TemplateRule[]) =>
    own.reduce((sum, { x1, y1, x2, y2 }) => sum + Math.hypot(x2 - x1, y2 - y1), 0);
  const size = b.usual;
  // Lines of a list that grew move along with the text below: every band's amount is tried.
  const amounts = [...new Set(bands.moved)];
  const mapped = rules[0].flatMap((rule) => {
    const points = along(rule).map((point) => {
      const [x, y] = [point.x - a.width / 2, point.y - a.height / 2];
      return { x: mapX(map, x, y) + b.width / 2, y: mapY(map, x, y) + b.height / 2 };
    });
    return [{ rule, points }];
  });
  let [found, seen] = [0, 0];
  const counts = ({ x, y }: Point) => x > 0 && y > 0 && x < b.width && y < b.height;
  for (const { rule, points } of mapped) {
    const inside = points.filter(counts);
    const share = inside.length / points.length;
    const own = length([rule]) * share;
    seen += own;
    const hit = Math.max(
      0,
      ...amounts.map((amount) =>
        hits(
          inside.map(({ x, y }) => ({ x, y: y + amount })),
          rules[1],
          size,
        ),
      ),
    );
    found += own * hit;
  }
  const lines = mapped.map(({ points }) => ({
    x1: points[0]!.x,
    y1: points[0]!.y,
    x2: points.at(-1)!.x,
    y2: points.at(-1)!.y,
  }));
  for (const rule of rules[1]) {
    const hit = Math.max(
      0,
      ...amounts.map((amount) =>
        hits(
          along(rule).map(({ x, y }) => ({ x, y: y - amount })),
          lines,
          size,
        ),
      ),
    );
    seen += length([rule]);
    found += length([rule]) * hit;
  }
  return (2 * found - seen) / (seen + DOUBT);
}

const along = ({ x1, y1, x2, y2 }: TemplateRule): Point[] =>
  Array.from({ length: STEPS }, (_, i) => ({
    x: x1 + ((x2 - x1) * (i + 0.5)) / STEPS,
    y: y1 + ((y2 - y1) * (i + 0.5)) / STEPS,
  }));

/** Share of points that lie on a line. */
function hits(points: readonly Point[], lines: readonly TemplateRule[], size: number): number {
  if (points.length === 0) return 0;
  return (
    points.filter((point) => lines.some((line) => distance(point, line) < OFF * size)).length / points.length
  );
}

function distance({ x, y }: Point, { x1, y1, x2, y2 }: TemplateRule): number {
  const square = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1e-12;
  const at = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square));
  return Math.sqrt((x - x1 - at * (x2 - x1)) ** 2 + (y - y1 - at * (y2 - y1)) ** 2);
}
