import type { Ellipse } from '@jianzhen/evidence';

/** Points along a seal's outer edge with the direction out of it. */
export interface Outline {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly ox: Float32Array;
  readonly oy: Float32Array;
}

const made = (count: number) => ({
  count,
  x: new Float32Array(count),
  y: new Float32Array(count),
  ox: new Float32Array(count),
  oy: new Float32Array(count),
});

/** Equal steps of the parametric angle around an ellipse. */
export function aroundEllipse({ cx, cy, rx, ry, angle }: Ellipse, count: number): Outline {
  const out = made(count);
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  for (let k = 0; k < count; k++) {
    const t = (2 * Math.PI * k) / count;
    const [u, v] = [rx * Math.cos(t), ry * Math.sin(t)];
    out.x[k] = cx + u * cos - v * sin;
    out.y[k] = cy + u * sin + v * cos;
    const [nu, nv] = [Math.cos(t) / rx, Math.sin(t) / ry];
    const size = Math.hypot(nu, nv);
    out.ox[k] = (nu * cos - nv * sin) / size;
    out.oy[k] = (nu * sin + nv * cos) / size;
  }
  return out;
}
