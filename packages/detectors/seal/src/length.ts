/** Length of a vector. `Math.hypot` guards against overflow, which takes most of a pixel's time. */
export const lengthOf = (x: number, y: number): number => Math.sqrt(x * x + y * y);
