import { type Box, grow, overlaps, union } from '../picture.ts';
import type { Random } from '../random.ts';
import type { Ink } from './ink.ts';
import type { Unit } from './units.ts';

/** A place for a box of the given size on blank paper among the text, lined up with it where possible; null where none is found. */
export function blankPlace(
  ink: Ink,
  units: readonly Unit[],
  size: { width: number; height: number },
  taken: readonly Box[],
  random: Random,
): Box | null {
  if (units.length === 0) return null;
  const text = grow(union(units.map((unit) => unit.box)), size.height, ink);
  for (let attempt = 0; attempt < 160; attempt++) {
    const anchor = random.pick(units).box;
    const column = random.weighted({ left: 0.4, right: 0.3, free: 0.3 });
    const x =
      column === 'left'
        ? anchor.x
        : column === 'right'
          ? anchor.x + anchor.width - size.width
          : random.integer(text.x, Math.max(text.x, text.x + text.width - size.width));
    const other = random.pick(units).box;
    const y = random.chance(0.6)
      ? Math.round(other.y + (other.height - size.height) / 2)
      : random.integer(text.y, Math.max(text.y, text.y + text.height - size.height));
    const box = { x, y, width: size.width, height: size.height };
    if (x < 1 || y < 1 || x + size.width >= ink.width || y + size.height >= ink.height) continue;
    if (taken.some((used) => overlaps(used, box))) continue;
    if (ink.sum(grow(box, 2, ink)) <= 0.004 * size.width * size.height) return box;
  }
  return null;
}

/** A unit that another of this size could replace without looking odd; null where there is none. */
export function replaceable(
  units: readonly Unit[],
  source: Unit,
  taken: readonly Box[],
  random: Random,
  scaled: readonly [number, number] = [0.8, 1.25],
): Unit | null {
  const fits = units.filter((unit) => {
    const taller = unit.box.height / source.box.height;
    const wider = unit.box.width / source.box.width;
    return (
      unit.kind !== 'block' &&
      taller >= scaled[0] &&
      taller <= scaled[1] &&
      wider >= 0.6 &&
      wider <= 1.5 &&
      !overlaps(grow(unit.box, 3, { width: 1e9, height: 1e9 }), source.box) &&
      !taken.some((used) => overlaps(used, unit.box))
    );
  });
  const alike = fits.filter((unit) => unit.kind === source.kind);
  return fits.length === 0 ? null : random.pick(alike.length > 0 ? alike : fits);
}
