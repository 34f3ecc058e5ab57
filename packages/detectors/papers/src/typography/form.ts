// Discriminant analysis of the differences between two pictures of one digit: directions in which digits in another face differ most in
// proportion to what the same print differs by. R. A. Fisher, "The use of multiple measurements in taxonomic problems" (1936); C. R. Rao,
// "The utilization of multiple measurements in problems of biological classification" (1948).
import axes from './axes.json' with { type: 'json' };
import type { Shape } from './shape.ts';

/** A digit's shape along the axes: blur, weight and how it fell on the pixels count little, the face much. */
export type Form = Float32Array;

const rows = axes.map((axis) => Float32Array.from(axis));

export function formOf(shape: Shape): Form {
  return Float32Array.from(rows, (axis) => {
    let dot = 0;
    for (let i = 0; i < shape.length; i++) dot += axis[i] * shape[i];
    return dot;
  });
}

/** Of two pictures of the same digit; in the same print about what `shapeDistance` is, 0.02–0.1. */
export function formDistance(a: Form, b: Form): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return sum;
}
