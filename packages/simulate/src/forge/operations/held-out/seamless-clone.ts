/**
 * P. Pérez, M. Gangnet and A. Blake, "Poisson Image Editing" (SIGGRAPH 2003), equations 4 and 9: the piece keeps its gradients and
 * takes its surroundings' values along the rim. What is added to the piece solves Laplace's equation, here by successive over-relaxation.
 */
import { area, type Box, clamp, grow, type Picture } from '../../../picture.ts';
import { chooseUnits } from '../../choose.ts';
import { blankPlace, replaceable } from '../../places.ts';
import type { Unit } from '../../units.ts';
import type { Edit, Scene } from '../scene.ts';

const MARGIN = 3;

/** A piece of the page laid elsewhere on it without a seam: neither a border nor another light is left. */
export const seamlessClone: Edit = (scene) => {
  const { page, picture, units, random, target } = scene;
  const touched: Box[] = [];
  for (const unit of chooseUnits(units, target, random)) {
    const source = grow(unit.box, MARGIN, picture);
    const place = placeFor(scene, unit, source, touched);
    if (!place) continue;
    clone(page, picture, source, place);
    touched.push(place);
  }
  return touched;
};

/** Over another piece that it covers, or on blank paper. */
function placeFor({ ink, units, random }: Scene, unit: Unit, source: Box, taken: readonly Box[]): Box | null {
  const used = [...taken, source];
  if (unit.kind !== 'block' && random.chance(0.6)) {
    const covered = units.filter(({ box }) => box.width <= unit.box.width && box.height <= unit.box.height);
    const over = replaceable(covered, unit, used, random);
    const place = over && {
      ...source,
      x: over.box.x - MARGIN,
      y: Math.round(over.box.y + (over.box.height - source.height) / 2),
    };
    if (place && within(place, ink)) return place;
  }
  return blankPlace(ink, units, source, used, random);
}

const within = (box: Box, page: { width: number; height: number }): boolean =>
  area(grow(box, 1, page)) === (box.width + 2) * (box.height + 2);

const SWEEPS = 200;
/** Near the best factor for boxes of a hundred pixels. */
const RELAXATION = 1.9;

function clone(page: Picture, from: Picture, source: Box, place: Box): void {
  const [width, height] = [place.width + 2, place.height + 2];
  const pixel = (picture: Picture, box: Box, x: number, y: number) =>
    (clamp(box.y + y - 1, 0, picture.height - 1) * picture.width +
      clamp(box.x + x - 1, 0, picture.width - 1)) *
    3;
  for (let c = 0; c < 3; c++) {
    const added = new Float32Array(width * height);
    let sum = 0;
    let count = 0;
    const rim = (x: number, y: number) => x === 0 || y === 0 || x === width - 1 || y === height - 1;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (!rim(x, y)) continue;
        const gap = page.rgb[pixel(page, place, x, y) + c]! - from.rgb[pixel(from, source, x, y) + c]!;
        added[y * width + x] = gap;
        sum += gap;
        count++;
      }
    }
    for (let y = 1; y < height - 1; y++) added.fill(sum / count, y * width + 1, (y + 1) * width - 1);
    relax(added, width, height);
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const value = from.rgb[pixel(from, source, x, y) + c]! + added[y * width + x]!;
        page.rgb[pixel(page, place, x, y) + c] = clamp(Math.round(value), 0, 255);
      }
    }
  }
}

/** Solves Laplace's equation within the rim in place. */
function relax(values: Float32Array, width: number, height: number): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let y = 1; y < height - 1; y++) {
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
        const mean = (values[i - 1]! + values[i + 1]! + values[i - width]! + values[i + width]!) / 4;
        values[i]! += RELAXATION * (mean - values[i]!);
      }
    }
  }
}
