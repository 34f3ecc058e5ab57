/** One channel of samples, row-major. Luma planes are in [0, 255]. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export function plane(
  width: number,
  height: number,
  data: Float32Array = new Float32Array(width * height),
): Plane {
  return { width, height, data };
}
