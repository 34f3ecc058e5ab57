import type { Hardship } from './hardship.ts';
import { shade } from './tone.ts';

/** Paper once folded: a lit and a shaded slope on either side of a crease where ink has flaked. */
export const folds: Hardship = (page, random) => {
  const unit = Math.sqrt((page.width * page.height) / 1e6);
  for (let n = random.integer(1, 3); n > 0; n--) {
    const across = random.chance(0.6);
    const tilt = random.between(-0.03, 0.03);
    const place = (across ? page.height : page.width) * random.between(0.2, 0.8);
    const slope = random.between(14, 60) * unit;
    const depth = random.between(0.04, 0.16) * (random.chance(0.5) ? 1 : -1);
    const crease = random.between(0.8, 2) * unit;
    const bright = 1 + random.between(-0.14, 0.1);
    shade(page, (x, y) => {
      const at = across ? y - place - tilt * x : x - place - tilt * y;
      const far = Math.abs(at);
      if (far > 4 * slope) return 1;
      const light = 1 + (at > 0 ? -depth : depth * 0.4) * Math.exp(-far / slope);
      return far < crease ? light * bright : light;
    });
  }
};
