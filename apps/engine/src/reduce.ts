import type { Code, Finding, Mask, Reading, Region, Seal } from '@jianzhen/evidence';
import { type PageImage, plane, resizePlane, resizeRgb } from '@jianzhen/raster';

/** Phones' usual 12-megapixel pictures are examined as they are; larger ones reduced, so that time and memory stay bounded. */
export const MOST_PIXELS = 12_600_000;

/** The page with at most `MOST_PIXELS`. A reduced page has lost its coefficients: it is pixels only. */
export function reducePage(page: PageImage): PageImage {
  const pixels = page.width * page.height;
  if (pixels <= MOST_PIXELS) return page;
  const factor = Math.sqrt(MOST_PIXELS / pixels);
  const width = Math.max(1, Math.floor(page.width * factor));
  const height = Math.max(1, Math.floor(page.height * factor));
  return {
    ...page,
    ...resizeRgb(page, width, height, 'area'),
    track: page.track === 'render' ? 'render' : 'lossy',
    jpeg: null,
  };
}

/** A finding of a reduced page in pixels of the whole one. */
export function enlargeFinding(finding: Finding, factor: number): Finding {
  if (!finding.region || factor === 1) return finding;
  return { ...finding, region: enlarge(finding.region, factor) };
}

const enlarge = ({ x, y, width, height }: Region, factor: number): Region => ({
  x: x * factor,
  y: y * factor,
  width: width * factor,
  height: height * factor,
});

/** What was read on a reduced page with places on the whole one. */
export function enlargeReading(reading: Reading, factor: number): Reading {
  if (factor === 1) return reading;
  const placed = <T extends { readonly region: Region }>(part: T): T => ({
    ...part,
    region: enlarge(part.region, factor),
  });
  return {
    ...reading,
    fields: reading.fields.map(placed),
    tables: reading.tables.map(placed),
    lines: reading.lines.map((line) => ({ ...placed(line), runs: line.runs.map(placed) })),
  };
}

/** A seal found on a reduced page with its place on the whole one. */
export function enlargeSeal(seal: Seal, factor: number): Seal {
  if (factor === 1) return seal;
  const { cx, cy, rx, ry, angle } = seal.ellipse;
  return {
    ...seal,
    region: enlarge(seal.region, factor),
    ellipse: { cx: cx * factor, cy: cy * factor, rx: rx * factor, ry: ry * factor, angle },
  };
}

/** A code found on a reduced page with its corners on the whole one. */
export function enlargeCode(code: Code, factor: number): Code {
  if (factor === 1) return code;
  const [a, b, c, d] = code.corners;
  const placed = ([x, y]: Code['corners'][number]): Code['corners'][number] => [x * factor, y * factor];
  return { ...code, corners: [placed(a), placed(b), placed(c), placed(d)] };
}

/** A mask of a reduced page at the size of the whole one. */
export function enlargeMask(mask: Mask, width: number, height: number): Mask {
  if (mask.width === width && mask.height === height) return mask;
  const large = resizePlane(
    plane(mask.width, mask.height, Float32Array.from(mask.data)),
    width,
    height,
    'bilinear',
  );
  return { width, height, data: Uint8Array.from(large.data, Math.round) };
}
