import { GEOMETRY, PARTS, type Part } from './geometry.ts';
import { marksOf } from './marks.ts';

/** Difference of a mark that one of the two lacks. */
const LACKING = 0.5;

/** Rings by which the second profile may lie farther out: the rim's edge is never found quite. */
const SHIFT = 3;
/** Parts by radius, which move together when the rim's edge is off; in rings of the finest profile per value. */
const RADIAL: Readonly<Partial<Record<Part, number>>> = { mean: 1, common: 1, varying: 2, star: 2, lower: 1 };

export type TemplateFeatures = Readonly<Record<string, number>>;

/** How two seals' geometries differ, part by part: mean and largest differences at the scale that suits both. */
export function compareGeometry(first: Float32Array, second: Float32Array): TemplateFeatures {
  if (first.length !== GEOMETRY || second.length !== GEOMETRY) throw new RangeError('not a geometry');
  let best: Record<string, number> = {};
  let least = Number.POSITIVE_INFINITY;
  for (let shift = -SHIFT; shift <= SHIFT; shift++) {
    const features = differences(first, second, shift);
    const cost = features.mean! + features.common! + 0.5 * features.varying! + 0.01 * Math.abs(shift);
    if (cost < least) [least, best] = [cost, { ...features, scale: Math.abs(shift) }];
  }
  const [own, other] = [marksOf(first), marksOf(second)];
  for (const [name, value] of Object.entries(own)) {
    const apart = Math.abs(value - other[name]!);
    best[name] = Number.isNaN(apart) ? LACKING : apart;
  }
  return best;
}

function differences(a: Float32Array, b: Float32Array, shift: number): Record<string, number> {
  const out: Record<string, number> = {};
  let from = 0;
  for (const [name, count] of Object.entries(PARTS) as [Part, number][]) {
    const per = RADIAL[name];
    let [sum, most, product, aa, bb] = [0, 0, 0, 0, 0];
    let [ma, mb] = [0, 0];
    for (let k = 0; k < count; k++) {
      ma += a[from + k]! / count;
      mb += b[from + k]! / count;
    }
    for (let k = 0; k < count; k++) {
      // Farther out by a share of the radius: the outer rings move by all of the shift, the inner by less.
      const place = per ? k + (shift / per) * radiusOf(name, k, count) : k;
      const low = Math.max(0, Math.min(count - 1, Math.floor(place)));
      const high = Math.min(count - 1, low + 1);
      const part = Math.max(0, Math.min(1, place - low));
      const x = a[from + k]!;
      const y = b[from + low]! * (1 - part) + b[from + high]! * part;
      sum += Math.abs(x - y);
      most = Math.max(most, Math.abs(x - y));
      product += (x - ma) * (y - mb);
      aa += (x - ma) ** 2;
      bb += (y - mb) ** 2;
    }
    out[name] = sum / count;
    out[`${name}Most`] = most;
    out[`${name}Alike`] = aa < 1e-4 || bb < 1e-4 ? 0 : product / Math.sqrt(aa * bb);
    from += count;
  }
  return out;
}

const radiusOf = (name: Part, k: number, count: number): number =>
  name === 'star' ? (0.5 * k) / count : name === 'lower' ? 0.55 + (0.4 * k) / count : k / count;
