import { type Box, overlaps } from '../../picture.ts';
import type { Random } from '../../random.ts';
import type { Spot } from '../makers/make.ts';
import type { SealSpec } from '../types.ts';
import type { Background } from './background.ts';

export interface Placed {
  readonly spot: Spot;
  /** Round the seal on the page. */
  readonly box: Box;
  readonly over: { readonly text: boolean; readonly seal: boolean; readonly edge: boolean };
}

export interface PlaceRequest {
  readonly page: Background;
  readonly spec: SealSpec;
  /** Seals that are there already. */
  readonly others: readonly Box[];
  /** Across the page's edge, across another seal; wherever seals stand without. */
  readonly wish: 'edge' | 'overlap' | null;
  readonly turn: number;
}

/** Where a seal is put on its page: at the issuer's line, over text, over a table, now and then across an edge or another seal. */
export function placeSeal({ page, spec, others, wish, turn }: PlaceRequest, random: Random): Placed {
  const { width, height } = page.picture;
  const own = spec.design.width;
  // On narrow slips seals are small beside their rules' size only because slips are scanned larger.
  const mm = Math.min(page.mm, (0.46 * Math.min(width, height)) / own) * random.between(0.94, 1.04);
  const [w, h] = [own * mm, spec.design.height * mm];
  const boxAt = (x: number, y: number): Box => ({ x: x - w / 2, y: y - h / 2, width: w, height: h });
  const draw = (): [number, number] => {
    if (wish === 'overlap' && others.length > 0) {
      const other = random.pick(others);
      const angle = random.between(0, 2 * Math.PI);
      const away = random.between(0.38, 0.8) * ((other.width + w) / 2);
      return [
        other.x + other.width / 2 + Math.cos(angle) * away,
        other.y + other.height / 2 + Math.sin(angle) * away * 0.8,
      ];
    }
    if (wish === 'edge') {
      // Between a tenth and half of it lies beyond.
      const beyond = random.between(0, 0.38);
      const side = random.pick(['left', 'right', 'top', 'bottom'] as const);
      const along = random.between(0.2, 0.8);
      if (side === 'left') return [w * (0.5 - beyond) - w * 0.1, height * along];
      if (side === 'right') return [width - w * (0.5 - beyond) + w * 0.1, height * along];
      if (side === 'top') return [width * along, h * (0.5 - beyond) - h * 0.1];
      return [width * along, height - h * (0.5 - beyond) + h * 0.1];
    }
    const home = page.places.length > 0 && random.chance(0.5) ? random.pick(page.places) : null;
    const line = page.lines.length > 0 && random.chance(0.7) ? random.pick(page.lines) : null;
    if (home)
      return [
        home.x + home.width / 2 + random.normal() * w * 0.2,
        home.y + home.height / 2 + random.normal() * h * 0.2,
      ];
    if (line) return [line.x + line.width * random.next(), line.y + line.height / 2];
    return [width * random.between(0.12, 0.88), height * random.between(0.1, 0.9)];
  };
  let [x, y] = draw();
  for (let n = 0; n < 30 && wish !== 'overlap' && others.some((box) => overlaps(box, boxAt(x, y))); n++)
    [x, y] = draw();
  if (wish !== 'edge') {
    x = Math.max(w / 2 + 2, Math.min(width - w / 2 - 2, x));
    y = Math.max(h / 2 + 2, Math.min(height - h / 2 - 2, y));
  }
  const box = boxAt(x, y);
  return {
    spot: { x, y, turn, mm },
    box,
    over: {
      text: page.lines.some((line) => overlaps(line, box)),
      seal: others.some((other) => overlaps(other, box)),
      edge: wish === 'edge',
    },
  };
}
