import { encodeJpeg } from '../../codec.ts';
import { writeCode } from '../../codes/index.ts';
import { drawJpegSettings } from '../../forge/settings.ts';
import type { Colour, Picture } from '../../picture.ts';
import type { Random } from '../../random.ts';

const [WIDTH, HEIGHT] = [1080, 2340];
const GROUND: Colour = [237, 237, 237];
const BUBBLE: Colour = [255, 255, 255];
const INK: Colour = [20, 20, 20];
/** Modules of white around a code, as its standard asks. */
const QUIET = 4;

/** A telephone's screenshot of a chat in which somebody sent a code, as JPEG. */
export async function renderChat(payload: string, random: Random): Promise<Uint8Array> {
  const { width, dark } = await writeCode(payload);
  const module = random.integer(8, 14);
  const side = (width + 2 * QUIET) * module;
  const [left, top] = [random.integer(60, WIDTH - side - 60), random.integer(300, HEIGHT - side - 300)];
  const picture: Picture = { width: WIDTH, height: HEIGHT, rgb: new Uint8Array(3 * WIDTH * HEIGHT) };
  fill(picture, 0, 0, WIDTH, HEIGHT, GROUND);
  fill(picture, left, top, side, side, BUBBLE);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++)
      if (dark[y * width + x])
        fill(picture, left + (x + QUIET) * module, top + (y + QUIET) * module, module, module, INK);
  return encodeJpeg(picture, drawJpegSettings(random, 70, 95));
}

function fill(
  { width, rgb }: Picture,
  left: number,
  top: number,
  across: number,
  down: number,
  colour: Colour,
): void {
  for (let y = top; y < top + down; y++)
    for (let x = left; x < left + across; x++) rgb.set(colour, 3 * (y * width + x));
}
