import type { Hardship } from './hardship.ts';
import { shade } from './tone.ts';

/** The shadow of a hand or a telephone: one or two soft edges across the page; at times a lamp's glow. */
export const shadow: Hardship = (page, random) => {
  const size = Math.hypot(page.width, page.height);
  const edges = Array.from({ length: random.integer(1, 2) }, () => {
    const angle = random.between(0, 2 * Math.PI);
    const soft = size * random.between(0.008, 0.06);
    return {
      a: Math.cos(angle) / soft,
      b: Math.sin(angle) / soft,
      c:
        -(
          Math.cos(angle) * page.width * random.between(0.25, 0.75) +
          Math.sin(angle) * page.height * random.between(0.25, 0.75)
        ) / soft,
      depth: random.between(0.1, 0.38),
    };
  });
  const glow = random.chance(0.4) ? random.between(0.04, 0.12) : 0;
  const gx = page.width * random.next();
  const gy = page.height * random.next();
  shade(page, (x, y) => {
    let light = 1;
    for (const { a, b, c, depth } of edges) {
      const at = a * x + b * y + c;
      light *= 1 - depth * (at > 6 ? 1 : at < -6 ? 0 : 1 / (1 + Math.exp(-at)));
    }
    const far = ((x - gx) ** 2 + (y - gy) ** 2) / (size * size);
    return light * (1 + glow * Math.max(0, 1 - 6 * far));
  });
};
