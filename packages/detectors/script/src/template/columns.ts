import { slotOf } from '../normalise/index.ts';
import type { Placement } from './align.ts';
import type { Stretch } from './sentences.ts';

/** Share of the letters that have a unit where it counts as constant. */
const CONSTANT = 0.75;

/** Runs of a sentence's units that are constant, or filled in anew, in turn. A masked unit is a run of its own. */
export function runsOf(
  sentence: string,
  placements: readonly Placement[],
  texts: readonly string[],
): (Stretch & { constant: boolean })[] {
  const constant = Array.from(sentence, (_, unit) => isConstant(sentence, unit, placements, texts));
  const runs: (Stretch & { constant: boolean })[] = [];
  for (let unit = 0; unit < sentence.length; unit++) {
    const last = runs.at(-1);
    const masked = slotOf(sentence[unit]!) !== null;
    const joins =
      last && last.constant === constant[unit] && !masked && slotOf(sentence[last.to - 1]!) === null;
    if (joins) runs[runs.length - 1] = { ...last, to: unit + 1 };
    else runs.push({ from: unit, to: unit + 1, constant: constant[unit]! });
  }
  return runs;
}

function isConstant(
  sentence: string,
  unit: number,
  placements: readonly Placement[],
  texts: readonly string[],
): boolean {
  if (slotOf(sentence[unit]!) !== null) return false;
  const equal = placements.filter(
    ({ at }, i) => at[unit]! >= 0 && texts[i]![at[unit]!] === sentence[unit],
  ).length;
  return equal >= CONSTANT * placements.length;
}

/** Units of the text that stand where the pattern has [from, to): between what stands before and behind; null where nothing does. */
export function standingIn({ at }: Placement, { from, to }: Stretch): Stretch | null {
  let [before, behind] = [-1, -1];
  for (let unit = from - 1; unit >= 0 && before < 0; unit--) before = at[unit]!;
  for (let unit = to; unit < at.length && behind < 0; unit++) behind = at[unit]!;
  const inside = at.subarray(from, to).filter((unit) => unit >= 0);
  const first = before >= 0 ? before + 1 : inside[0];
  const end = behind >= 0 ? behind : (inside.at(-1) ?? -1) + 1;
  return first !== undefined && end > first ? { from: first, to: end } : null;
}
