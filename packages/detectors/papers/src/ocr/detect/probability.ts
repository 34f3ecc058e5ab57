import { type Plane, plane, type RgbImage, resizeRgb } from '@jianzhen/raster';
import type { Network } from '../networks.ts';
import { type Tile, tiles, workingScale } from './tiles.ts';

/** Sides of the network's input are multiples of this. */
const STRIDE = 32;
/** Mean and deviation of ImageNet's channels, applied as in training: blue comes first. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/**
 * How probable it is that a pixel belongs to the shrunk kernel of a text line, in [0, 1]; of the page brought to working size.
 * Tiles of a long page are put together before anything is decided, so that no line is cut.
 */
export async function textProbability(
  page: RgbImage,
  network: Network,
  scale = workingScale(page.width, page.height),
): Promise<Plane> {
  const width = Math.max(1, Math.round(page.width * scale));
  const height = Math.max(1, Math.round(page.height * scale));
  const image = scale === 1 ? page : resizeRgb(page, width, height, scale < 1 ? 'area' : 'bilinear');
  const out = plane(width, height);
  for (const tile of tiles(width, height)) {
    const { across, down } = tile;
    const input = tileInput(image, tile);
    await network(input.data, [1, 3, input.height, input.width], (probability) => {
      for (let y = down.from; y < down.to; y++) {
        const at = (y - down.first) * input.width - across.first;
        out.data.set(probability.subarray(at + across.from, at + across.to), y * width + across.from);
      }
    });
  }
  return out;
}

/** Planes of the tile's normalised channels; beyond the picture its border is repeated. */
export function tileInput(
  { width, height, rgb }: RgbImage,
  { across, down }: Tile,
): { width: number; height: number; data: Float32Array } {
  const columns = Math.ceil((across.last - across.first) / STRIDE) * STRIDE;
  const rows = Math.ceil((down.last - down.first) / STRIDE) * STRIDE;
  const data = new Float32Array(3 * columns * rows);
  for (let channel = 0; channel < 3; channel++) {
    const gain = 1 / (255 * DEVIATION[channel]);
    const offset = MEAN[channel] / DEVIATION[channel];
    for (let y = 0, to = channel * columns * rows; y < rows; y++) {
      const row = Math.min(down.first + y, height - 1) * width;
      for (let x = 0; x < columns; x++, to++) {
        const from = 3 * (row + Math.min(across.first + x, width - 1)) + 2 - channel;
        data[to] = rgb[from] * gain - offset;
      }
    }
  }
  return { width: columns, height: rows, data };
}
