/** A similarity of the plane: (x, y) → (a x − b y + tx, b x + a y + ty); a = s cos θ, b = s sin θ. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

export const scaleOf = (t: Similarity): number => Math.hypot(t.a, t.b);
/** Radians, in (−π, π]; positive turns x towards y (clockwise on a page). */
export const rotationOf = (t: Similarity): number => Math.atan2(t.b, t.a);
export const mapX = (t: Similarity, x: number, y: number): number => t.a * x - t.b * y + t.tx;
export const mapY = (t: Similarity, x: number, y: number): number => t.b * x + t.a * y + t.ty;

export function inverse(t: Similarity): Similarity {
  const norm = t.a * t.a + t.b * t.b;
  const a = t.a / norm;
  const b = -t.b / norm;
  return { a, b, tx: -(a * t.tx - b * t.ty), ty: -(b * t.tx + a * t.ty) };
}

/** The similarity with the given linear part that takes (x, y) to (u, v). */
export function anchored(a: number, b: number, x: number, y: number, u: number, v: number): Similarity {
  return { a, b, tx: u - a * x + b * y, ty: v - b * x - a * y };
}

/** From a plane shrunk by `factor` to the full plane (pixel centres of a block of pixels average). */
export function enlarge(t: Similarity, factor: number): Similarity {
  const c = (factor - 1) / 2;
  return anchored(t.a, t.b, c, c, factor * t.tx + c, factor * t.ty + c);
}

/** Least squares over point pairs x, y → u, v (Umeyama's problem in the plane, in closed form). Needs two distinct points. */
export function fitSimilarity(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  u: ArrayLike<number>,
  v: ArrayLike<number>,
): Similarity | null {
  const n = x.length;
  let mx = 0;
  let my = 0;
  let mu = 0;
  let mv = 0;
  for (let i = 0; i < n; i++) {
    mx += x[i] / n;
    my += y[i] / n;
    mu += u[i] / n;
    mv += v[i] / n;
  }
  let dot = 0;
  let cross = 0;
  let norm = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i] - mx;
    const dy = y[i] - my;
    const du = u[i] - mu;
    const dv = v[i] - mv;
    dot += dx * du + dy * dv;
    cross += dx * dv - dy * du;
    norm += dx * dx + dy * dy;
  }
  if (norm < 1e-6) return null;
  return anchored(dot / norm, cross / norm, mx, my, mu, mv);
}
