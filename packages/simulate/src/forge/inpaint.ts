import { type Box, clamp, grow, type Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import type { Ink } from './ink.ts';
import { type Paper, paperAround, paperNoise } from './paper.ts';
import { paste } from './paste.ts';

/**
 * How text is made to vanish. `flat`: one colour, as with a paint program's rectangle; `noise`: the paper's plane with noise of
 * its kind; `diffusion`: strokes alone, filled from their rims (Laplace's equation); `clone`: blank paper from nearby.
 */
export const ERASERS = ['flat', 'noise', 'diffusion', 'clone'] as const;
export type Eraser = (typeof ERASERS)[number];

/** Erases the box in place; returns what was used, since `clone` falls back on `noise` where no blank paper is near. */
export function erase(page: Picture, ink: Ink, box: Box, eraser: Eraser, random: Random): Eraser {
  const paper = paperAround(page, ink, box);
  if (eraser === 'clone') {
    const from = blankNearby(ink, box, random);
    if (!from) return erase(page, ink, box, 'noise', random);
    clone(page, ink, from, box, paper, random);
  } else if (eraser === 'diffusion') diffuse(page, ink, box, paper, random);
  else fill(page, box, paper, eraser === 'noise' ? random : null);
  return eraser;
}

function fill(page: Picture, box: Box, paper: Paper, random: Random | null): void {
  const noise = random ? paperNoise(paper, box, random) : null;
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const at = ((box.y + y) * page.width + box.x + x) * 3;
      for (let c = 0; c < 3; c++) {
        const value = noise
          ? paper.at(box.x + x, box.y + y, c) + noise[y * box.width + x]!
          : Math.round(paper.colour[c]!);
        page.rgb[at + c] = clamp(Math.round(value), 0, 255);
      }
    }
  }
}

function blankNearby(ink: Ink, box: Box, random: Random): Box | null {
  for (let attempt = 0; attempt < 120; attempt++) {
    const x = box.x + random.integer(-box.width, box.width);
    const y = box.y + random.integer(-12 * box.height, 12 * box.height);
    const from = { ...box, x, y };
    if (x < 0 || y < 0 || x + box.width > ink.width || y + box.height > ink.height) continue;
    if (ink.sum(grow(from, 1, ink)) === 0) return from;
  }
  return null;
}

function clone(page: Picture, ink: Ink, from: Box, to: Box, paper: Paper, random: Random): void {
  const patch = { width: from.width, height: from.height, rgb: new Uint8Array(from.width * from.height * 3) };
  for (let y = 0; y < from.height; y++) {
    const start = ((from.y + y) * page.width + from.x) * 3;
    patch.rgb.set(page.rgb.subarray(start, start + from.width * 3), y * from.width * 3);
  }
  const there = paperAround(page, ink, from);
  paste(page, patch, {
    centreX: to.x + to.width / 2,
    centreY: to.y + to.height / 2,
    scaleX: 1,
    scaleY: 1,
    angle: 0,
    feather: random.pick([0, 2, 3]),
    gain: [0, 1, 2].map((c) => paper.colour[c]! / Math.max(1, there.colour[c]!)) as [number, number, number],
    blend: 'cover',
  });
}

const SWEEPS = 60;

/** Strokes alone are filled; where other ink crosses the box's edge, the paper's plane stands in for it, lest it bleed inwards. */
function diffuse(page: Picture, ink: Ink, box: Box, paper: Paper, random: Random): void {
  const zone = grow(box, 1, page);
  const { width, height } = zone;
  const inside = (x: number, y: number) =>
    x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
  const holes: number[] = [];
  for (let v = 1; v < height - 1; v++) {
    for (let u = 1; u < width - 1; u++) {
      if (inside(zone.x + u, zone.y + v) && ink.near(zone.x + u, zone.y + v, 2)) holes.push(v * width + u);
    }
  }
  const grain = random.chance(0.5) ? paperNoise(paper, zone, random) : null;
  const values = new Float32Array(width * height);
  for (let c = 0; c < 3; c++) {
    for (let k = 0; k < values.length; k++) {
      const x = zone.x + (k % width);
      const y = zone.y + Math.floor(k / width);
      values[k] = ink.near(x, y, 2) ? paper.at(x, y, c) : page.rgb[(y * page.width + x) * 3 + c]!;
    }
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (const k of holes)
        values[k] = (values[k - 1]! + values[k + 1]! + values[k - width]! + values[k + width]!) / 4;
    }
    for (const k of holes) {
      const at = ((zone.y + Math.floor(k / width)) * page.width + zone.x + (k % width)) * 3 + c;
      page.rgb[at] = clamp(Math.round(values[k]! + (grain ? grain[k]! : 0)), 0, 255);
    }
  }
}
