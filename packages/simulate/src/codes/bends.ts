import type { Random } from '../random.ts';
import type { Bend } from './sheet.ts';

/** Around a can or a mug: what is far from the middle is seen narrower. `size` in modules. */
export function rolled(size: number, random: Random): Bend {
  const radius = size * random.between(0.55, 0.9);
  const upright = random.chance(0.5);
  const arc = (x: number) => {
    const s = Math.max(-0.98, Math.min(0.98, x / radius));
    return radius * Math.asin(s) - x;
  };
  const sag = random.between(-0.08, 0.08) / size;
  return (x, y) => (upright ? [arc(x), sag * x * x] : [sag * y * y, arc(y)]);
}

/** Crumpled or of cloth: a few waves and folds that shift what lies on either side. */
export function creased(size: number, random: Random): Bend {
  const waves = Array.from({ length: 3 }, () => ({
    angle: random.between(0, Math.PI),
    turn: random.between(0, 2 * Math.PI),
    length: size * random.between(0.4, 1.2),
    height: random.between(0.1, 0.5),
    phase: random.between(0, 2 * Math.PI),
  }));
  const folds = Array.from({ length: 2 }, () => ({
    angle: random.between(0, Math.PI),
    at: size * random.between(-0.35, 0.35),
    width: random.between(1.5, 4),
    loss: random.between(0.3, 0.9),
  }));
  return (x, y) => {
    let [dx, dy] = [0, 0];
    for (const { angle, turn, length, height, phase } of waves) {
      const along = x * Math.cos(angle) + y * Math.sin(angle);
      const wave = height * Math.sin((2 * Math.PI * along) / length + phase);
      dx += wave * Math.cos(turn);
      dy += wave * Math.sin(turn);
    }
    for (const { angle, at, width, loss } of folds) {
      const along = x * Math.cos(angle) + y * Math.sin(angle) - at;
      const shift = 0.5 * loss * Math.tanh(along / width);
      dx += shift * Math.cos(angle);
      dy += shift * Math.sin(angle);
    }
    return [dx, dy];
  };
}
