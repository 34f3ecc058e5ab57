// Parts of vouchers that seals are put on: a whole page to one seal would take ten times as long.
import {
  type Background,
  createRandom,
  type FaceFamilies,
  type Random,
  sealBackground,
} from '@jianzhen/simulate';

/** Side of a part in pixels: a seal may take 0.46 of it. */
const SIDE = 580;
/** Parts of one page. */
const PARTS = 24;

type Box = Background['lines'][number];

/** Parts of pages without end, where print stands or where a seal would; in faces that `families` draws, else in the simulator's own. */
export async function* windows(
  seed: string,
  families?: (random: Random) => FaceFamilies | null,
): AsyncGenerator<Background> {
  for (let n = 0; ; n++) {
    const faces = families?.(createRandom(seed, 'families', n)) ?? 'tuning';
    const page = await sealBackground(`${seed}-page-${n}`, faces);
    const random = createRandom(seed, 'windows', n);
    for (let k = 0; k < PARTS; k++) {
      const about = page.places.length > 0 && random.chance(0.35) ? page.places : page.lines;
      const box = random.pick(about);
      const at = (low: number, length: number, most: number) =>
        Math.round(
          Math.max(0, Math.min(most - SIDE, low + length * random.next() - SIDE * random.between(0.3, 0.7))),
        );
      yield part(page, at(box.x, box.width, page.picture.width), at(box.y, box.height, page.picture.height));
    }
  }
}

function part({ picture, mm, places, lines }: Background, left: number, top: number): Background {
  const width = Math.min(SIDE, picture.width);
  const height = Math.min(SIDE, picture.height);
  const rgb = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    const from = 3 * ((y + top) * picture.width + left);
    rgb.set(picture.rgb.subarray(from, from + 3 * width), 3 * y * width);
  }
  const within = (boxes: readonly Box[]) =>
    boxes
      .map((box) => ({ ...box, x: box.x - left, y: box.y - top }))
      .filter(({ x, y, ...size }) => x + size.width > 0 && y + size.height > 0 && x < width && y < height);
  const seats = within(places).filter(({ x, y, ...size }) => {
    const [u, v] = [x + size.width / 2, y + size.height / 2];
    return u > 0 && v > 0 && u < width && v < height;
  });
  return { picture: { width, height, rgb }, mm, places: seats, lines: within(lines) };
}
