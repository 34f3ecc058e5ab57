import type { Point, Quad } from './geometry.ts';
import type { Gray } from './gray.ts';
import { layFlat, MARGIN, SCALE } from './grid/canvas.ts';
import { type Homography, homography, isInFront, project } from './grid/homography.ts';
import { createFitter, type Mesh, placeOf } from './grid/mesh.ts';
import { sampleModules, sharpened } from './grid/sample.ts';
import type { Triple } from './locate/triples.ts';
import { correctSymbol, patternAgreement } from './symbol/correct.ts';
import { finderCentres, type Layout, layoutOf } from './symbol/layout.ts';
import { sizeOf } from './symbol/versions.ts';

/** A symbol that was made out, as it was printed. */
export interface Recovered {
  readonly size: number;
  /** One byte a module, 1 dark. */
  readonly modules: Uint8Array;
  /** In pixels of the image. */
  readonly corners: Quad;
}

/** Agreement with the patterns of the version from which on a symbol is tried. */
const PLAUSIBLE = 0.5;
/** Shares of its neighbours that are taken from each module: none first, then as blur asks for. */
const SHARPENING = [0, 0.12];
/** Versions around the one that the span suggests. */
const VERSIONS = [0, 1, -1, 2, -2];
/** Modules a cell of the finest mesh. */
const FINEST = 4;

/** Makes out the symbol of three finder patterns, on a sheet that may be bent; null where that fails. */
export function recover(image: Gray, triple: Triple, until = Number.POSITIVE_INFINITY): Recovered | null {
  const nearest = Math.round((triple.span + 7 - 17) / 4);
  for (const offset of VERSIONS) {
    const version = nearest + offset;
    if (version < 1 || version > 40 || Math.abs(offset) > Math.max(1, nearest / 6)) continue;
    if (performance.now() > until) return null;
    const h = flatGrid(triple, sizeOf(version));
    if (!h) continue;
    const found = recoverVersion(image, layoutOf(version), h, until);
    if (found) return found;
  }
  return null;
}

/** From modules to pixels, by the corners of the three light rings. */
function flatGrid({ finders }: Triple, size: number): Homography | null {
  const modules = finderCentres(size).flatMap(([x, y]): Point[] => [
    [x - 2, y - 2],
    [x + 3, y - 2],
    [x + 3, y + 3],
    [x - 2, y + 3],
  ]);
  const h = homography(
    modules,
    finders.flatMap(({ ring }) => ring),
  );
  return h && isInFront(h, -MARGIN, size + MARGIN) ? h : null;
}

function recoverVersion(image: Gray, layout: Layout, h: Homography, until: number): Recovered | null {
  const { size } = layout;
  const canvas = layFlat(image, size, h);
  const fitter = createFitter(layout, canvas);
  const attempt = (mesh: Mesh): Recovered | null => {
    const seen = sampleModules(canvas, size, mesh);
    if (patternAgreement(layout, seen) < PLAUSIBLE) return null;
    for (const share of SHARPENING) {
      const modules = correctSymbol(layout, share > 0 ? sharpened(seen, size, share) : seen);
      if (modules) return { size, modules, corners: cornersOf(mesh, size, h) };
    }
    return null;
  };
  let mesh = fitter.flat(2);
  // The far corner hangs on nothing yet; it may be modules away.
  fitter.move(mesh, 1, 1, SCALE / 2, 6);
  fitter.settle(mesh, [2, 1]);
  for (;;) {
    const found = attempt(mesh);
    if (found) return found;
    const points = 2 * mesh.points - 1;
    if (size / (points - 1) < FINEST || performance.now() > until) return null;
    mesh = fitter.refine(mesh, points);
    fitter.settle(mesh, [3, 2, 1]);
  }
}

function cornersOf(mesh: Mesh, size: number, h: Homography): Quad {
  return (
    [
      [-0.5, -0.5],
      [size - 0.5, -0.5],
      [size - 0.5, size - 0.5],
      [-0.5, size - 0.5],
    ] as const
  ).map(([x, y]) => {
    const [cx, cy] = placeOf(mesh, size, x, y);
    return project(h, (cx + 0.5) / SCALE - MARGIN, (cy + 0.5) / SCALE - MARGIN);
  }) as unknown as Quad;
}
