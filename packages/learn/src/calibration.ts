// Platt 1999, "Probabilistic outputs for support vector machines", with the smoothed targets of its section 2.2.

export interface Platt {
  readonly slope: number;
  readonly offset: number;
}

/** Fits probability = sigmoid(slope · score + offset) by Newton's method on held-out scores. */
export function fitPlatt(scores: ArrayLike<number>, labels: ArrayLike<number>): Platt {
  const count = scores.length;
  let positives = 0;
  for (let i = 0; i < count; i++) positives += labels[i] ? 1 : 0;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (count - positives + 2);
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 100; step++) {
    let gs = 0;
    let go = 0;
    let hss = 1e-9;
    let hso = 0;
    let hoo = 1e-9;
    for (let i = 0; i < count; i++) {
      const score = scores[i]!;
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = p - (labels[i] ? high : low);
      const weight = Math.max(p * (1 - p), 1e-9);
      gs += error * score;
      go += error;
      hss += weight * score * score;
      hso += weight * score;
      hoo += weight;
    }
    const determinant = hss * hoo - hso * hso;
    // Half steps keep Newton from overshooting where classes are nearly separable.
    const ds = (0.5 * (hoo * gs - hso * go)) / determinant;
    const d0 = (0.5 * (hss * go - hso * gs)) / determinant;
    slope -= ds;
    offset -= d0;
    if (Math.abs(ds) + Math.abs(d0) < 1e-9) break;
  }
  return { slope, offset };
}

/** Expected calibration error over equal-count bins (Naeini et al. 2015): mean |observed share − mean probability|. */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  bins = 10,
): number {
  const order = Array.from({ length: probabilities.length }, (_, i) => i).sort(
    (a, b) => probabilities[a]! - probabilities[b]!,
  );
  let error = 0;
  for (let b = 0; b < bins; b++) {
    const members = order.slice(
      Math.floor((b * order.length) / bins),
      Math.floor(((b + 1) * order.length) / bins),
    );
    if (members.length === 0) continue;
    const observed = members.reduce((sum, i) => sum + (labels[i] ? 1 : 0), 0);
    const expected = members.reduce((sum, i) => sum + probabilities[i]!, 0);
    error += Math.abs(observed - expected) / order.length;
  }
  return error;
}
