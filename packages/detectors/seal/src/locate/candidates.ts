import type { Ellipse } from '@jianzhen/evidence';
import { findBlobs } from './blobs.ts';
import { onPage } from './box.ts';
import { type Edges, findEdges } from './edges.ts';
import type { Candidate } from './evidence.ts';
import { voteSquares } from './frames.ts';
import type { InkMaps } from './maps.ts';
import { aroundEllipse, aroundRectangle } from './outline.ts';
import { fitRing } from './rings.ts';
import { fitSquare } from './squares.ts';
import { type Seed, voteCircles } from './votes.ts';

/** What a map is searched with: the least gradient of an edge, the least ink of a patch, how many seeds are followed. */
const SEARCH = {
  chroma: { edge: 0.02, ink: 0.07, gap: 2, votes: 0.16, seeds: 16 },
  dark: { edge: 0.045, ink: 0.25, gap: 0, votes: 0.2, seeds: 20 },
} as const;
/** Least ink and closed gaps of the patches among which squares are looked for: frames may touch print and rules. */
const PATCHES = {
  chroma: [
    [0.07, 2],
    [0.14, 0],
    [0.26, 0],
  ],
  dark: [
    [0.25, 0],
    [0.45, 0],
  ],
} as const;
/** Radii in working pixels: the finer scale looks for small seals, the coarser one for the others. */
const SMALLEST = 9;
const LARGE = 36;
/** The finer scale goes a little beyond where the coarser one begins. */
const FINE = { least: SMALLEST, most: LARGE * 1.15 } as const;
/** Least share of an outline that edges face. */
const COMPLETE = 0.3;
const POINTS = 96;
/** Of the page's shorter side, from which a rectangle is the page's own frame. */
const FRAME = 0.85;
/** Height to width of invoice seals, 30 : 40 mm. */
const LYING = 0.75;
const LYING_SEEDS = 12;
/** Square frames that are followed of a map. */
const FRAMES = 32;

/** Rings and squares that may be seals, none twice; `fine` and `coarse` are maps of one page, the latter at half the scale. */
export function findCandidates(fine: InkMaps, coarse: InkMaps): Candidate[] {
  const found: Candidate[] = [];
  const most = Math.max(coarse.width, coarse.height) * 0.55;
  // Colour first: what it shows clearly need not be looked for among the print.
  for (const by of ['chroma', 'dark'] as const) {
    for (const [maps, least, largest] of [
      [coarse, LARGE / 2, most],
      [fine, FINE.least, FINE.most],
    ] as const) {
      const edges = findEdges(maps[by], SEARCH[by].edge);
      searchRings(maps, by, edges, least, largest, found);
      if (maps === fine) searchSquares(maps, by, edges, found);
    }
  }
  return found;
}

function searchRings(
  maps: InkMaps,
  by: 'chroma' | 'dark',
  edges: Edges,
  least: number,
  most: number,
  found: Candidate[],
): void {
  const { votes, seeds, ink, gap } = SEARCH[by];
  const patches = by === 'chroma' ? findBlobs(maps.chroma, ink, gap, 2 * least - 4, 8) : [];
  const starts: Seed[] = [
    ...voteCircles(edges, maps, { least, most }, 1, votes, seeds),
    ...voteCircles(edges, maps, { least, most }, LYING, votes, LYING_SEEDS),
    ...patches.map(({ seed }) => seed),
  ];
  for (const start of starts) {
    const { x: cx, y: cy, radius: rx, aspect } = start;
    const seed = { cx, cy, rx, ry: rx * aspect, angle: 0 };
    // A seed on a ring that is known already would find it again.
    if (found.some((known) => known.complete > 0.7 && alike(known, onPage(seed, maps.factor), 0.12)))
      continue;
    const ring = fitRing(edges, start, maps);
    if (!ring || ring.complete < COMPLETE || ring.ellipse.rx < least * 0.8) continue;
    const page = onPage(ring.ellipse, maps.factor);
    if (found.some((known) => known.by === by && alike(known, page, 0.06))) continue;
    const outline = aroundEllipse(ring.ellipse, POINTS);
    found.push({ ...ring, maps, by, outline, square: false });
  }
}

function searchSquares(maps: InkMaps, by: 'chroma' | 'dark', edges: Edges, found: Candidate[]): void {
  const largest = FRAME * Math.min(maps.width, maps.height);
  const patches = PATCHES[by].flatMap(([ink, gap]) =>
    findBlobs(maps[by], ink, gap, 2 * SMALLEST - 4, 40)
      .filter(({ filled }) => filled >= 0.78)
      .map(({ rectangle }) => rectangle),
  );
  // Frames that touch print or other seals are no patches of their own.
  const frames = voteSquares(edges, maps, FINE, FRAMES);
  for (const rectangle of [...patches, ...frames]) {
    const aspect = rectangle.rx / rectangle.ry;
    if (aspect < 0.68 || aspect > 1.47 || 2 * Math.max(rectangle.rx, rectangle.ry) > largest) continue;
    const square = fitSquare(edges, rectangle);
    if (!square || square.complete < 0.4) continue;
    const known = (other: Candidate) =>
      other.square && other.by === by && sameEllipse(other.ellipse, square.ellipse, 0.06, 1);
    if (found.some(known)) continue;
    const outline = aroundRectangle(square.ellipse, POINTS);
    found.push({ ...square, maps, by, outline, visible: 1, square: true });
  }
}

/** Whether a candidate is a ring where an ellipse on the page lies, within a share of its size. */
const alike = ({ ellipse, maps, square }: Candidate, page: Ellipse, share: number): boolean =>
  !square && sameEllipse(onPage(ellipse, maps.factor), page, share, maps.factor);

const sameEllipse = (a: Ellipse, b: Ellipse, share: number, slack: number): boolean =>
  Math.hypot(a.cx - b.cx, a.cy - b.cy) < share * a.rx + slack &&
  Math.abs(Math.log(a.rx / b.rx)) < share &&
  Math.abs(Math.log(a.ry / b.ry)) < share;
