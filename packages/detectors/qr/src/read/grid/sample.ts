import { type Canvas, SCALE } from './canvas.ts';
import { type Mesh, placeOf } from './mesh.ts';

/** Darkness of every module, in [−1, 1]: the mean of the inner part of each. */
export function sampleModules({ side, darkness }: Canvas, size: number, mesh: Mesh): Float32Array {
  const out = new Float32Array(size * size);
  const reach = SCALE / 4;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [cx, cy] = placeOf(mesh, size, x, y);
      let sum = 0;
      for (const oy of [-reach, 0, reach])
        for (const ox of [-reach, 0, reach]) {
          const ix = Math.max(0, Math.min(side - 1, Math.round(cx + ox)));
          const iy = Math.max(0, Math.min(side - 1, Math.round(cy + oy)));
          sum += darkness[iy * side + ix]!;
        }
      out[y * size + x] = sum / 9;
    }
  return out;
}

/** Takes from each module a share of its four neighbours: undoes blur that reaches a module far. */
export function sharpened(darkness: Float32Array, size: number, share: number): Float32Array {
  return darkness.map((value, i) => {
    const x = i % size;
    const left = x > 0 ? darkness[i - 1]! : -1;
    const right = x < size - 1 ? darkness[i + 1]! : -1;
    const up = darkness[i - size] ?? -1;
    const down = darkness[i + size] ?? -1;
    return value - share * (left + right + up + down);
  });
}
