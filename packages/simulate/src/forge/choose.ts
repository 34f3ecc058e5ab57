import { area, type Box, overlaps } from '../picture.ts';
import type { Random } from '../random.ts';
import type { Unit } from './units.ts';

const WEIGHT = { amount: 4, word: 2, line: 2, block: 0.7 } as const;

/**
 * One to three units that do not overlap, whose area together comes near the target (pixels). Out of 80 random hands, one of the
 * best is taken; empty where the page has no units of the kinds asked for.
 */
export function chooseUnits(
  units: readonly Unit[],
  target: number,
  random: Random,
  kinds: readonly Unit['kind'][] = ['amount', 'word', 'line', 'block'],
): Unit[] {
  const byKind = new Map(kinds.map((kind) => [kind, units.filter((unit) => unit.kind === kind)]));
  const weights = Object.fromEntries(
    kinds.map((kind) => [kind, byKind.get(kind)!.length > 0 ? WEIGHT[kind] : 0]),
  ) as Record<Unit['kind'], number>;
  if (Object.values(weights).every((weight) => weight === 0)) return [];
  let best: Unit[] = [];
  let bestMiss = Number.POSITIVE_INFINITY;
  for (let hand = 0; hand < 80; hand++) {
    const count = random.integer(1, 3);
    const chosen: Unit[] = [];
    for (let i = 0; i < count; i++) {
      const unit = random.pick(byKind.get(random.weighted(weights))!);
      if (!chosen.some((other) => overlaps(other.box, unit.box))) chosen.push(unit);
    }
    const total = chosen.reduce((sum, unit) => sum + area(padded(unit.box)), 0);
    const miss = Math.abs(Math.log(total / target)) + 0.25 * random.next();
    if (miss < bestMiss) {
      best = chosen;
      bestMiss = miss;
    }
  }
  return best;
}

const padded = (box: Box): Box => ({ ...box, width: box.width + 4, height: box.height + 4 });
