import { decode, encodeJpeg } from '../../codec.ts';
import type { Colour, Picture } from '../../picture.ts';
import { normalSource, type Random } from '../../random.ts';
import { bilinear, lay } from '../lay.ts';
import type { Coverage } from '../types.ts';
import { drawPressing, pressDie } from './stamp.ts';

/** A seal out of another scan: colours and how much of each pixel is kept, with the seal's centre in the middle. */
export interface Cutout {
  readonly picture: Picture;
  /** 0–1 a pixel, row-major. */
  readonly alpha: Float32Array;
}

/**
 * A die pressed on another paper, scanned, saved as a JPEG with a grid of its own, then cut out: as a patch with its old paper
 * (`patch`), or freed of the paper by its colour so that a halo stays (`keyed`). `mm`: pixels a millimetre.
 */
export async function cutOut(die: Coverage, colour: Colour, mm: number, random: Random): Promise<Cutout> {
  const margin = Math.round(random.between(1, 3) * mm) + 8;
  const width = Math.round(2 * die.rx) + 2 * margin;
  const height = Math.round(2 * die.ry) + 2 * margin;
  const shade = random.between(222, 252);
  const paper: Colour = [shade, shade - random.between(-2, 5), shade - random.between(-3, 12)];
  const normal = normalSource(random);
  const noise = random.between(0.5, 2.4);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < rgb.length; i++)
    rgb[i] = Math.max(0, Math.min(255, Math.round(paper[i % 3]! + normal() * noise)));
  const old: Picture = { width, height, rgb };
  const pressing = drawPressing(random, false);
  lay(old, pressDie(die, pressing, mm, random), {
    x: width / 2,
    y: height / 2,
    turn: 0,
    scale: 1,
    colour,
    strength: pressing.thickness,
    blend: pressing.blend,
  });
  const picture = await decode(
    await encodeJpeg(old, {
      quality: random.integer(55, 92),
      subsampling: '4:2:0',
      progressive: false,
      table: 0,
    }),
  );
  const keyed = random.chance(0.65);
  return { picture, alpha: keyed ? keyedAlpha(picture, paper, random) : patchAlpha(picture, random) };
}

/** Kept by how far a pixel's colour lies from the paper's; a low threshold leaves a rim of old paper. */
function keyedAlpha({ width, height, rgb }: Picture, paper: Colour, random: Random): Float32Array {
  const low = random.between(6, 22);
  const high = low + random.between(6, 50);
  return Float32Array.from({ length: width * height }, (_, i) => {
    const away = Math.max(...[0, 1, 2].map((c) => Math.abs(rgb[i * 3 + c]! - paper[c]!)));
    return Math.max(0, Math.min(1, (away - low) / (high - low)));
  });
}

/** A rectangle or an oval with its paper; the edge sharp or feathered. */
function patchAlpha({ width, height }: Picture, random: Random): Float32Array {
  const oval = random.chance(0.5);
  const feather = random.chance(0.5) ? random.between(2, 6) : 0.5;
  return Float32Array.from({ length: width * height }, (_, i) => {
    const u = Math.abs(((i % width) + 0.5) / width - 0.5) * 2;
    const v = Math.abs((Math.floor(i / width) + 0.5) / height - 0.5) * 2;
    const inside = oval ? ((1 - Math.hypot(u, v)) * width) / 2 : ((1 - Math.max(u, v)) * width) / 2;
    return Math.max(0, Math.min(1, inside / feather));
  });
}

/** Lays a cutout on the page in place; `darken` multiplies with what is there as editors' layers can. */
export function layCutout(
  page: Picture,
  { picture, alpha }: Cutout,
  how: { x: number; y: number; turn: number; scale: number; darken: boolean },
): void {
  const { width, height } = picture;
  const planes = [0, 1, 2].map((c) =>
    Float32Array.from({ length: width * height }, (_, i) => picture.rgb[i * 3 + c]!),
  );
  const [sin, cos] = [Math.sin((how.turn * Math.PI) / 180), Math.cos((how.turn * Math.PI) / 180)];
  const reach = Math.hypot(width, height) / 2 / how.scale;
  const right = Math.min(page.width, Math.ceil(how.x + reach));
  const bottom = Math.min(page.height, Math.ceil(how.y + reach));
  for (let y = Math.max(0, Math.floor(how.y - reach)); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(how.x - reach)); x < right; x++) {
      const dx = (x + 0.5 - how.x) * how.scale;
      const dy = (y + 0.5 - how.y) * how.scale;
      const u = dx * cos + dy * sin + width / 2 - 0.5;
      const v = dy * cos - dx * sin + height / 2 - 0.5;
      const kept = bilinear(alpha, width, height, u, v);
      if (kept < 0.01) continue;
      const i = (y * page.width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const under = page.rgb[i + c]!;
        const own = bilinear(planes[c]!, width, height, u, v);
        page.rgb[i + c] = Math.round(under + ((how.darken ? (under * own) / 255 : own) - under) * kept);
      }
    }
  }
}
