import { centreOf, extentOf, type Point, type Quad } from './geometry.ts';
import { type Homography, homography, isInFront } from './grid/homography.ts';
import { moduleOf, type Triple } from './locate/triples.ts';
import { finderCentres } from './symbol/layout.ts';
import { sizeOf } from './symbol/versions.ts';

/** A place where a symbol may lie, in pixels of the original. */
export interface Suspect {
  /** What lies on it; once it lies on a code that was read, there is nothing more to find. */
  readonly points: readonly Point[];
  /** Pixels a module. */
  readonly module: number;
  /** The versions that it may be of, each with the homography from modules to pixels if the sheet is flat. */
  readonly grids: readonly { readonly version: number; readonly h: Homography }[];
}

/** Modules, and share of the span, by which a span may be wrong. */
const OFF = { modules: 1, share: 0.1 };
/** Modules around the symbol that must lie in front of the camera, too. */
const AROUND = 4;

/** The symbol of three finder patterns, by the corners of their light rings. */
export function suspectOfTriple(triple: Triple): Suspect {
  const { finders, span } = triple;
  const nearest = Math.round((span + 7 - 17) / 4);
  const around = Math.round((OFF.modules + OFF.share * span) / 4);
  const seen = finders.flatMap(({ ring }) => ring);
  const grids = Array.from({ length: 2 * around + 1 }, (_, i) => nearest - around + i)
    .filter((version) => version >= 1 && version <= 40)
    .flatMap((version) => gridOf(version, finderCentres(sizeOf(version)).flatMap(ringOf), seen));
  return { points: finders.map(({ centre }) => centre), module: moduleOf(triple), grids };
}

/** A symbol that another reader located, but could not read. */
export function suspectOfHint(corners: Quad, size: number): Suspect {
  const square: Quad = [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
  ];
  return {
    points: [centreOf(corners)],
    module: extentOf(corners) / size,
    grids: gridOf((size - 17) / 4, square, corners),
  };
}

const ringOf = ([x, y]: Point): Quad => [
  [x - 2, y - 2],
  [x + 3, y - 2],
  [x + 3, y + 3],
  [x - 2, y + 3],
];

function gridOf(version: number, modules: readonly Point[], pixels: readonly Point[]): Suspect['grids'] {
  const h = homography(modules, pixels);
  return h && isInFront(h, -AROUND, sizeOf(version) + AROUND) ? [{ version, h }] : [];
}
