// Two-covariance model in its diagonal form: Ioffe, "Probabilistic linear discriminant analysis" (2006); Brümmer and de Villiers, "The speaker
// partitioning problem" (2010). Length normalisation: Garcia-Romero and Espy-Wilson 2011.
import { dot, unit } from '../vectors.ts';

export interface Projection {
  readonly rows: number;
  /** `rows` × dims; null for the identity. */
  readonly matrix: Float32Array | null;
  /** Variance between speakers along each row, where it is 1 within; null for cosines. */
  readonly between: Float64Array | null;
}

/** Centred, turned, and of length 1 (√rows in the two-covariance model, as long as what has variance 1 in every direction). */
export function project(
  { rows, matrix, between }: Projection,
  centre: Float32Array,
  vector: Float32Array,
): Float32Array {
  const centred = unit(vector).map((x, k) => x - centre[k]!);
  const turned = matrix
    ? Float32Array.from({ length: rows }, (_, i) => dot(centred, matrix, i * centred.length))
    : centred;
  if (!between) return unit(turned);
  const length = Math.sqrt(between.reduce((sum, psi) => sum + psi + 1, 0));
  return unit(turned).map((x) => x * length);
}

/**
 * Makes a score of a scalar product: with ψ between and 1 within, the ratio of one voice to two is
 * Σ ψ/(2ψ+1) xy − ψ²/(2(2ψ+1)(ψ+1)) (x² + y²) + ln((ψ+1)/√(2ψ+1)).
 */
export function scalarForm(
  { between }: Projection,
  projected: Float32Array,
): { readonly vector: Float32Array; readonly offset: number } {
  if (!between) return { vector: projected, offset: 0 };
  let offset = 0;
  const vector = projected.map((x, i) => {
    const psi = between[i]!;
    offset -= (psi * psi * x * x) / (2 * (2 * psi + 1) * (psi + 1));
    offset += 0.5 * Math.log((psi + 1) / Math.sqrt(2 * psi + 1));
    return Math.sqrt(psi / (2 * psi + 1)) * x;
  });
  return { vector, offset };
}
