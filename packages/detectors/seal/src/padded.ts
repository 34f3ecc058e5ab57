/** Planes of one size, width × height each, row-major, one after the other. */
export interface Planes {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** The same with `fill` at the right and below, up to sides that are multiples of `stride`. */
export function paddedPlanes({ width, height, values }: Planes, stride: number, fill = 0): Planes {
  const [w, h] = [width, height].map((side) => stride * Math.ceil(side / stride)) as [number, number];
  const count = values.length / (width * height);
  const out = new Float32Array(count * w * h).fill(fill);
  for (let k = 0; k < count; k++)
    for (let y = 0; y < height; y++) {
      const from = (k * height + y) * width;
      out.set(values.subarray(from, from + width), (k * h + y) * w);
    }
  return { width: w, height: h, values: out };
}
