/** A place on an ellipse about the origin. */
export interface Place {
  readonly x: number;
  readonly y: number;
  /** Of the outward normal, radians, clockwise from the right as pictures go. */
  readonly normal: number;
}

const STEPS = 720;

/** The ellipse's places at equal arc lengths: `at(s)` for s in turns of the whole length, 0 at the top, clockwise. */
export function ring(a: number, b: number): { readonly length: number; at(turn: number): Place } {
  const lengths = new Float64Array(STEPS + 1);
  const point = (t: number) => [a * Math.sin(t), -b * Math.cos(t)] as const;
  let [px, py] = point(0);
  for (let i = 1; i <= STEPS; i++) {
    const [x, y] = point((2 * Math.PI * i) / STEPS);
    lengths[i] = lengths[i - 1]! + Math.hypot(x - px, y - py);
    [px, py] = [x, y];
  }
  const length = lengths[STEPS]!;
  return {
    length,
    at(turn) {
      const wanted = (turn - Math.floor(turn)) * length;
      let low = 0;
      let high = STEPS;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (lengths[middle]! <= wanted) low = middle;
        else high = middle;
      }
      const part = (wanted - lengths[low]!) / (lengths[high]! - lengths[low]!);
      const t = (2 * Math.PI * (low + part)) / STEPS;
      const [x, y] = point(t);
      return { x, y, normal: Math.atan2(y / (b * b), x / (a * a)) };
    },
  };
}
