import { type OriginPlanes, PLANES } from '@jianzhen/detector-seal';

/** Levels of a unit of each plane, and the level of 0: densities to 2.04, shares, rests of ± 4 units, radii to 1.59. */
const LEVELS: readonly (readonly [unit: number, zero: number])[] = [
  [125, 0],
  [125, 0],
  [125, 0],
  [255, 0],
  [125, 0],
  [31, 128],
  [31, 128],
  [31, 128],
  [160, 0],
];

/** Planes as bytes, of `width` × `height` each. */
export function bytesOf({ width, height, values }: OriginPlanes): Uint8Array {
  const size = width * height;
  return Uint8Array.from(values, (value, i) => {
    const [unit, zero] = LEVELS[Math.floor(i / size)]!;
    return Math.max(0, Math.min(255, Math.round(value * unit + zero)));
  });
}

export function planesOf(bytes: Uint8Array, width: number, height: number): OriginPlanes {
  const size = width * height;
  if (bytes.length !== PLANES.length * size)
    throw new Error(`${bytes.length} bytes are no planes of ${width} × ${height}`);
  const values = Float32Array.from(bytes, (value, i) => {
    const [unit, zero] = LEVELS[Math.floor(i / size)]!;
    return (value - zero) / unit;
  });
  return { width, height, values };
}
