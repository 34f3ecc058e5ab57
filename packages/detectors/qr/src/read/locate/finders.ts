import { centreOf, type Point, type Quad } from '../geometry.ts';
import type { Gray } from '../gray.ts';
import { type Component, type Components, labelComponents } from './components.ts';
import { fitQuad } from './quad.ts';
import { darkPixels } from './threshold.ts';

/** A finder pattern. */
export interface Finder {
  readonly centre: Point;
  /** Outer corners of its light ring, five modules a side, clockwise on the picture from any of them. */
  readonly ring: Quad;
}

/** A dark blob within a light ring that has the proportions 3 : 5 (areas 9 : 16); the outer dark ring may touch anything. */
export function findFinders(image: Gray, window: number): Finder[] {
  const { width, height } = image;
  const labelled = labelComponents(darkPixels(image, window), width, height);
  const { starts, rows, labels, components } = labelled;
  const seen = new Set<number>();
  const found: Finder[] = [];
  for (let y = 1; y < height - 1; y++)
    for (let run = rows[y]! + 1; run < rows[y + 1]! - 1; run++) {
      const blob = labels[run]!;
      if (seen.has(blob)) continue;
      seen.add(blob);
      const { dark, area } = components[blob]!;
      if (!dark || area < 4) continue;
      const ring = labels[run - 1]!;
      if (ring !== labels[run + 1] || !areConcentric(components[blob]!, components[ring]!)) continue;
      const quad = fitQuad(outline({ starts, rows, labels, components }, ring, width));
      if (quad) found.push({ centre: centreOf(quad), ring: quad });
    }
  return found;
}

function areConcentric(blob: Component, ring: Component): boolean {
  const width = blob.right - blob.left + 1;
  const height = blob.bottom - blob.top + 1;
  const outerWidth = ring.right - ring.left + 1;
  const outerHeight = ring.bottom - ring.top + 1;
  const near = (a: number, b: number, size: number) => Math.abs(a - b) <= 0.3 * size + 2;
  const scale = (outer: number, inner: number) => outer >= 1.25 * inner && outer <= 2.4 * inner + 2;
  return (
    near(blob.left + blob.right, ring.left + ring.right, width) &&
    near(blob.top + blob.bottom, ring.top + ring.bottom, height) &&
    scale(outerWidth, width) &&
    scale(outerHeight, height) &&
    ring.area >= 0.7 * blob.area &&
    ring.area <= 3.6 * blob.area + 8 &&
    blob.area >= 0.3 * width * height
  );
}

/** Outer edge of a component: both ends of each of its rows. */
function outline({ starts, rows, labels, components }: Components, label: number, width: number): Point[] {
  const { top, bottom } = components[label]!;
  const left: Point[] = [];
  const right: Point[] = [];
  for (let y = top; y <= bottom; y++) {
    let first = -1;
    let last = -1;
    for (let run = rows[y]!; run < rows[y + 1]!; run++) {
      if (labels[run] !== label) continue;
      if (first < 0) first = run;
      last = run;
    }
    if (first < 0) continue;
    left.push([starts[first]! - y * width, y + 0.5]);
    right.push([(last + 1 < rows[y + 1]! ? starts[last + 1]! : (y + 1) * width) - y * width, y + 0.5]);
  }
  return [...right, ...left.reverse()];
}
