import type { RgbImage } from '@jianzhen/raster';
import type { OrientedRectangle } from '../geometry/rectangle.ts';
import type { Network } from '../networks.ts';
import { textBoxes } from './boxes.ts';
import { textProbability } from './probability.ts';

/**
 * Text lines of a page as rectangles in page pixels, angles in [-π/4, π/4]; no order.
 *
 * @param scale pixels that detection works on for one of the page, by the page's size where not given
 */
export async function detectText(
  page: RgbImage,
  network: Network,
  scale?: number,
): Promise<OrientedRectangle[]> {
  const map = await textProbability(page, network, scale);
  const across = page.width / map.width;
  const down = page.height / map.height;
  return textBoxes(map).map(({ rectangle }) => ({
    cx: rectangle.cx * across,
    cy: rectangle.cy * down,
    width: rectangle.width * across,
    height: rectangle.height * down,
    angle: rectangle.angle,
  }));
}
