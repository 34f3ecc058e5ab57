import type { Quad } from './geometry.ts';
import type { Gray } from './gray.ts';
import { type Canvas, layFlat, MARGIN, SCALE } from './grid/canvas.ts';
import { type Homography, project, shrunk } from './grid/homography.ts';
import { createFitter, type Fit, type Mesh, placeOf } from './grid/mesh.ts';
import { sampleModules, sharpened } from './grid/sample.ts';
import { type Level, onOriginal } from './resize.ts';
import type { Suspect } from './suspects.ts';
import { correctSymbol, patternAgreement } from './symbol/correct.ts';
import { type Layout, layoutOf } from './symbol/layout.ts';

/** A symbol that was made out, as it was printed. */
export interface Recovered {
  readonly size: number;
  /** One byte a module, 1 dark. */
  readonly modules: Uint8Array;
  /** In pixels of the original. */
  readonly corners: Quad;
}

/** Agreement with the patterns of the version from which on a sheet is unbent, and from which on a symbol is corrected. */
const PROMISING = 0.5;
const PLAUSIBLE = 0.6;
/** Shares of its neighbours that are taken from each module: none first, then as blur asks for. */
const SHARPENING = [0, 0.12];
/** Versions that are followed up, best first. */
const FOLLOWED = 2;
/** Modules a cell of the finest mesh. */
const FINEST = 2;
/** Canvas pixels by which points of the mesh are moved, one after the other. */
const STEPS = [3, 2, 1];

/** How hard a symbol is looked at: `flat` with no more than a slight bend, `creased` with all there is. */
export type Depth = 'flat' | 'creased';

/** Points of the finest mesh of a slight bend. */
const SLIGHT = 3;

/** A wide look finds its way over creases, a narrow one into them; what one of them misses, the other may make out. */
const FITS: readonly Fit[] = [
  { felt: 2, stiffness: 0.001, afresh: false },
  { felt: 1, stiffness: 0.0005, afresh: true },
  { felt: 1, stiffness: 0.0005, afresh: false },
];

/** A symbol of one version laid flat as if the sheet were. */
interface Draft {
  readonly layout: Layout;
  readonly h: Homography;
  readonly canvas: Canvas;
  readonly mesh: Mesh;
  readonly agreement: number;
}

/** Makes out a symbol where one may lie, on a sheet that may be bent; null where that fails. */
export function recover(
  level: Level,
  { grids }: Suspect,
  depth: Depth,
  until = Number.POSITIVE_INFINITY,
): Recovered | null {
  const drafts: Draft[] = [];
  for (const { version, h } of grids) {
    if (performance.now() > until) return null;
    const draft = draftOf(level.image, layoutOf(version), shrunk(h, level.scale));
    if (draft.agreement >= PROMISING) drafts.push(draft);
  }
  drafts.sort((a, b) => b.agreement - a.agreement);
  for (const draft of drafts.slice(0, FOLLOWED)) {
    for (const fit of depth === 'flat' ? FITS.slice(0, 1) : FITS) {
      const found = unbend(draft, fit, depth === 'flat' ? SLIGHT : Number.POSITIVE_INFINITY, until);
      if (found) return { ...found, corners: onOriginal(found.corners, level) };
    }
  }
  return null;
}

function draftOf(image: Gray, layout: Layout, h: Homography): Draft {
  const canvas = layFlat(image, layout.size, h);
  const fitter = createFitter(layout, canvas, FITS[0]!);
  const mesh = fitter.flat(2);
  // The far corner hangs on nothing yet; it may be modules away.
  fitter.move(mesh, 1, 1, SCALE / 2, 6);
  fitter.settle(mesh, [2, 1]);
  const agreement = patternAgreement(layout, sampleModules(canvas, layout.size, mesh));
  return { layout, h, canvas, mesh, agreement };
}

function unbend(
  { layout, h, canvas, ...draft }: Draft,
  fit: Fit,
  most: number,
  until: number,
): Recovered | null {
  const { size } = layout;
  const fitter = createFitter(layout, canvas, fit);
  let mesh = fit.afresh ? fitter.flat(2) : draft.mesh;
  if (fit.afresh) fitter.settle(mesh, STEPS);
  for (;;) {
    const found = makeOut(layout, sampleModules(canvas, size, mesh));
    if (found) return { size, modules: found, corners: cornersOf(mesh, size, h) };
    const points = 2 * mesh.points - 1;
    if (points > most || size / (points - 1) < FINEST || performance.now() > until) return null;
    mesh = fitter.refine(mesh, points);
    fitter.settle(mesh, STEPS);
  }
}

function makeOut(layout: Layout, seen: Float32Array): Uint8Array | null {
  if (patternAgreement(layout, seen) < PLAUSIBLE) return null;
  for (const share of SHARPENING) {
    const modules = correctSymbol(layout, share > 0 ? sharpened(seen, layout.size, share) : seen);
    if (modules) return modules;
  }
  return null;
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
