/**
 * How likely a coefficient is with and without a former quantisation.
 *
 * Bianchi & Piva, "Image forgery localization via block-grained analysis of JPEG artifacts", IEEE Trans. Information
 * Forensics and Security 7(3), 2012, sections III and IV: a doubly quantised coefficient follows the singly quantised
 * density gathered on multiples of the primary step and blurred by rounding; an altered block follows the plain one.
 * Here the plain density is Laplacian with a scale that follows each block's own activity, for a page holds print and
 * bare paper at once.
 */

/** Upper tail of the standard normal through the logistic approximation of Tocher (1963), good to 0.02. */
function normalCdf(x: number): number {
  return 1 / (1 + Math.exp(-x * (1.5976 + 0.070565992 * x * x)));
}

/** Mass of a zero-mean Laplacian of scale b in [low, high]. */
function laplaceMass(low: number, high: number, b: number): number {
  if (low > 0) return 0.5 * (Math.exp(-low / b) - Math.exp(-high / b));
  if (high < 0) return 0.5 * (Math.exp(high / b) - Math.exp(low / b));
  return 1 - 0.5 * (Math.exp(low / b) + Math.exp(-high / b));
}

const TINY = 1e-12;

/**
 * ln p(value | never on the lattice) − ln p(value | once on the lattice of `step`), positive = altered.
 * `value`: dequantised coefficient; `shift`: what clipping took away, by the lattice hypothesis; `bin`: the present
 * quantisation step (the interval that value stands for); `noise`: standard deviation of rounding between the two
 * quantisations; `scale`: Laplacian scale; `contamination`: share of untouched coefficients that follow no lattice.
 */
export function coefficientRatio(
  value: number,
  shift: number,
  step: number,
  bin: number,
  noise: number,
  scale: number,
  contamination: number,
): number {
  const half = bin / 2;
  const plain = laplaceMass(value - half, value + half, scale) + TINY;
  const at = value + shift;
  const reach = half + 3.5 * noise;
  const first = Math.ceil((at - reach) / step);
  const last = Math.floor((at + reach) / step);
  let gathered = TINY;
  for (let m = first; m <= last; m++) {
    const point = m * step;
    const weight = laplaceMass(point - step / 2, point + step / 2, scale);
    gathered += weight * (normalCdf((at + half - point) / noise) - normalCdf((at - half - point) / noise));
  }
  return -Math.log((1 - contamination) * (gathered / plain) + contamination);
}
