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

function diffuse(page: Picture, ink: Ink, box: Box, paper: Paper, random: Random): void {
  const holes: number[] = [];
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      if (ink.sum(grow({ x, y, width: 1, height: 1 }, 2, ink)) > 0) holes.push(y * page.width + x);
    }
  }
  const inner = holes.filter((i) => {
    const x = i % page.width;
    return x > 0 && x < page.width - 1 && i >= page.width && i < page.width * (page.height - 1);
  });
  const grain = random.chance(0.5)
    ? paperNoise(paper, { ...box, height: Math.ceil(inner.length / box.width) || 1 }, random)
    : null;
  const values = new Float32Array(page.width * (box.height + 2));
  const top = (box.y - 1) * page.width;
  for (let c = 0; c < 3; c++) {
    for (let i = 0; i < values.length; i++)
      values[i] = page.rgb[(Math.max(0, top + i) % (page.width * page.height)) * 3 + c]!;
    for (const i of inner) values[i - top] = paper.at(i % page.width, Math.floor(i / page.width), c);
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (const i of inner) {
        const k = i - top;
        values[k] = (values[k - 1]! + values[k + 1]! + values[k - page.width]! + values[k + page.width]!) / 4;
      }
    }
    inner.forEach((i, n) => {
      page.rgb[i * 3 + c] = clamp(Math.round(values[i - top]! + (grain ? grain[n]! : 0)), 0, 255);
    });
  }
}
