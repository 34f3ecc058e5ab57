import { connectedRegions, type Plane } from '@jianzhen/raster';
import type { RecognisedPage } from '../../text.ts';
import type { TemplateMark } from '../types.ts';
import { darkness } from './ink.ts';

/** Redness of a seal's ink, and darkness of a logo's, grey levels. */
const RED = 24;
const DARK = 30;
/** Least and greatest size of a mark, in shares of the page's longer edge, and its most uneven sides. */
const SMALLEST = 0.035;
const GREATEST = 0.3;
const UNEVEN = 2.2;
/** Share of its box that a mark fills. */
const FILLED = 0.12;
const MOST_MARKS = 8;

/** Red marks that may be seals. @param redness longer edge of some 250 pixels */
export const sealsOf = (redness: Plane): TemplateMark[] =>
  marksIn(redness, (i) => redness.data[i]! > RED, 'seal');

/** Dark or coloured marks outside text that may be logos. @param page luma with its longer edge at some 250 pixels */
export function logosOf(
  page: Plane,
  redness: Plane,
  { lines, width, height }: RecognisedPage,
): TemplateMark[] {
  const scale = Math.max(page.width, page.height) / Math.max(width, height);
  const written = new Uint8Array(page.width * page.height);
  for (const { characters } of lines)
    for (const { region } of characters) {
      const [left, top] = [Math.floor(region.x * scale) - 1, Math.floor(region.y * scale) - 1];
      const [right, bottom] = [(region.x + region.width) * scale + 1, (region.y + region.height) * scale + 1];
      for (let y = Math.max(0, top); y < Math.min(page.height, bottom); y++)
        written.fill(
          1,
          y * page.width + Math.max(0, left),
          y * page.width + Math.min(page.width, Math.ceil(right)),
        );
    }
  const { data } = darkness(page, 30);
  return marksIn(page, (i) => data[i]! > DARK && !written[i] && redness.data[i]! <= RED, 'logo');
}

function marksIn(
  { width, height }: Plane,
  inked: (i: number) => boolean,
  kind: TemplateMark['kind'],
): TemplateMark[] {
  const unit = Math.max(width, height);
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = inked(i) ? 255 : 0;
  const { regions } = connectedRegions(data, width);
  return regions
    .filter(({ x, y, width: w, height: h, area }) => {
      const [longer, shorter] = [Math.max(w, h) / unit, Math.min(w, h) / unit];
      const whole = x > 0 && y > 0 && x + w < width && y + h < height;
      const shaped = shorter >= SMALLEST && longer <= GREATEST && longer <= UNEVEN * shorter;
      return whole && shaped && area >= FILLED * w * h;
    })
    .sort((a, b) => b.area - a.area)
    .slice(0, MOST_MARKS)
    .map(({ x, y, width: w, height: h }) => ({
      kind,
      x: x / unit,
      y: y / unit,
      width: w / unit,
      height: h / unit,
    }));
}
