import type { Picture } from '../../picture.ts';
import type { Random } from '../../random.ts';
import type { Hardship } from './hardship.ts';

/** Specks and a few hairs on the glass or the paper, light ones too. */
export const dust: Hardship = (page, random) => {
  const unit = Math.sqrt((page.width * page.height) / 1e6);
  for (let n = random.integer(25, 220); n > 0; n--) {
    const radius = unit * random.between(0.4, 1) * (random.chance(0.08) ? 3 : 1);
    dot(page, random.between(0, page.width), random.between(0, page.height), radius, darkness(random));
  }
  for (let n = random.integer(0, 5); n > 0; n--) hair(page, unit, random);
};

const darkness = (random: Random) =>
  random.chance(0.15) ? random.between(-0.12, -0.04) : random.between(0.15, 0.65);

function hair(page: Picture, unit: number, random: Random): void {
  let x = random.between(0, page.width);
  let y = random.between(0, page.height);
  let angle = random.between(0, 2 * Math.PI);
  const bend = random.between(-0.05, 0.05);
  const dark = random.between(0.15, 0.4);
  for (let step = random.integer(30, 120) * unit; step > 0; step--) {
    dot(page, x, y, 0.5 * unit, dark * 0.5);
    angle += bend / unit;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
}

/** Darkens a soft-edged disc, in place. */
function dot({ width, height, rgb }: Picture, cx: number, cy: number, radius: number, dark: number): void {
  for (let y = Math.max(0, Math.floor(cy - radius - 1)); y <= Math.min(height - 1, cy + radius + 1); y++) {
    for (let x = Math.max(0, Math.floor(cx - radius - 1)); x <= Math.min(width - 1, cx + radius + 1); x++) {
      const cover = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(x - cx, y - cy)));
      for (let c = 0, i = (y * width + x) * 3; c < 3; c++, i++)
        rgb[i] = Math.min(255, rgb[i]! * (1 - dark * cover));
    }
  }
}
