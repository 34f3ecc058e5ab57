import { formDistance } from './form.ts';
import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { mean, median } from './robust.ts';

/** How far a digit's form is from the same digit elsewhere on the page. */
export interface FormDistance {
  /** Mean distance to the nearest of the same digit outside its number; NaN where there is none. */
  readonly same: number;
  /** Median distance to all of them. */
  readonly usual: number;
  /** `same` over what the page's digits have in the median. */
  readonly relative: number;
  /** Distance to the nearest of another digit: less than `same` where it was misread. */
  readonly other: number;
  /** Logarithm of width over height, less the median of the same digit's; 0 where there is none. */
  readonly width: number;
  readonly peers: number;
}

const NEAREST = 3;
/** A distance counts up to this many times what is usual. */
const MOST = 40;
/** Forms of print this much larger or smaller are not compared. */
const SIZES = 0.5;
/** The least median distance that a page is credited with. */
const FLOOR = 0.012;

const slimness = ({ left, right, top, bottom }: Glyph) => Math.log((right - left) / (bottom - top));

export function formDistances(numbers: readonly PrintedNumber[]): Map<Glyph, FormDistance> {
  const all = numbers.flatMap((number) =>
    number.glyphs
      .filter(({ touching }) => !touching)
      .map((glyph) => ({ glyph, number, size: Math.log(number.size) })),
  );
  const found = all.map(({ glyph, number, size }) => {
    const same: number[] = [];
    const slim: number[] = [];
    let other = Number.POSITIVE_INFINITY;
    for (const peer of all) {
      if (peer.number === number || Math.abs(peer.size - size) > SIZES) continue;
      const distance = formDistance(glyph.form, peer.glyph.form);
      if (peer.glyph.character.text === glyph.character.text) {
        same.push(distance);
        slim.push(slimness(peer.glyph));
      } else other = Math.min(other, distance);
    }
    const nearest = same.sort((a, b) => a - b).slice(0, NEAREST);
    return {
      glyph,
      same: mean(nearest),
      usual: median(same),
      other: Number.isFinite(other) ? other : Number.NaN,
      width: slim.length === 0 ? 0 : slimness(glyph) - median(slim),
      peers: same.length,
    };
  });
  const usual = FLOOR + (median(found.map(({ same }) => same).filter(Number.isFinite)) || 0);
  return new Map(
    found.map(({ glyph, ...distance }) => [glyph, { ...distance, relative: distance.same / usual }]),
  );
}

/** What the forms of a run's digits say, in their mean. */
export function formFeatures(glyphs: readonly Glyph[], forms: ReadonlyMap<Glyph, FormDistance>) {
  const known = glyphs.flatMap((glyph) => forms.get(glyph) ?? []).filter(({ peers }) => peers > 0);
  const or = (value: number) => (Number.isFinite(value) ? value : 0);
  const relative = known.map((form) => Math.min(MOST, form.relative));
  return {
    form: or(mean(known.map(({ same }) => same))),
    formUsual: or(mean(known.map(({ usual }) => usual))),
    formRelative: or(mean(relative)),
    formMost: Math.max(0, ...relative),
    formLeast: known.length === 0 ? 0 : Math.min(...relative),
    formOther: or(mean(known.map(({ same, other }) => (Number.isFinite(other) ? same / (other + 0.01) : 0)))),
    formWidth: or(Math.abs(mean(known.map(({ width }) => width)))),
    formAny: or(mean(known.map(({ same, other }) => Math.min(same, Number.isFinite(other) ? other : same)))),
    formPeers: or(mean(known.map(({ peers }) => Math.min(30, peers)))),
    formKnown: known.length / glyphs.length,
  };
}

/** Distance to the same digit on its line and in its column, whatever faces the rest of the page is set in. */
export function localForms(glyphs: readonly Glyph[], others: readonly Glyph[], usual: number) {
  const found = glyphs.flatMap((glyph) => {
    if (glyph.touching) return [];
    const same = others.filter(
      ({ character, touching }) => !touching && character.text === glyph.character.text,
    );
    const distances = same.map((other) => formDistance(glyph.form, other.form)).sort((a, b) => a - b);
    return distances.length === 0 ? [] : [mean(distances.slice(0, 2))];
  });
  return {
    localForm: found.length === 0 ? 0 : mean(found),
    localFormRelative: found.length === 0 ? 0 : Math.min(MOST, mean(found) / usual),
    localFormKnown: found.length / glyphs.length,
  };
}
