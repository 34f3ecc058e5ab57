import type { RgbImage } from '@jianzhen/raster';
import { SCORES } from '../confirm.ts';
import type { LocatedSeal } from '../types.ts';
import { boxOf, onPage } from './box.ts';
import { inkColour } from './colour.ts';
import { decodeSeals } from './decode.ts';
import type { LocatorNetwork } from './network.ts';
import { halved, type LocatorPlanes, locatorPlanes } from './planes.ts';
import { refineEllipse } from './refine.ts';
import { refineSquare } from './refine-square.ts';
import { roundShape } from './shape.ts';
import { withoutTwins } from './twins.ts';

export interface LocateOptions {
  /** Least score of a seal, 0–1; that of a coloured one unless told. */
  readonly threshold?: number;
}

/** Page pixels a pixel of the planes up to which a picture may be a close-up; and the least side of what is halved. */
const CLOSE = 2;
const LEAST_HALVED = 64;

/** Finds the seals on a page, the surest first: red, blue, purple and grey ones, round, elliptical and square. */
export async function locateSeals(
  image: RgbImage,
  network: LocatorNetwork,
  { threshold = SCORES.coloured }: LocateOptions = {},
): Promise<LocatedSeal[]> {
  const planes = locatorPlanes(image);
  const outlines: (Omit<LocatedSeal, 'shape'> & { readonly square: boolean })[] = [];
  for (const scale of scalesOf(planes)) {
    for (const { ellipse: found, square, score } of decodeSeals(await network(scale), threshold)) {
      const ellipse = onPage(found, scale.factor);
      const region = boxOf(ellipse, square, image);
      if (region.width > 0 && region.height > 0)
        outlines.push({ ellipse, square, score, region, colour: inkColour(scale, found) });
    }
  }
  outlines.sort((a, b) => b.score - a.score);
  return withoutTwins(outlines, (one) => one).map(({ ellipse: coarse, square, colour, score }) => {
    const by = colour === 'grey' ? 'dark' : 'chroma';
    const ellipse = (square ? refineSquare : refineEllipse)(image, planes, by, coarse);
    return {
      region: boxOf(ellipse, square, image),
      ellipse,
      shape: square ? 'square' : roundShape(ellipse),
      colour,
      score,
    };
  });
}

/** Pixels of a small picture are looked at at half their scale, too: it may show one seal from close by, larger than the network looks for. */
const scalesOf = (planes: LocatorPlanes): LocatorPlanes[] =>
  planes.factor <= CLOSE && Math.min(planes.width, planes.height) >= LEAST_HALVED
    ? [planes, halved(planes)]
    : [planes];
