import { CodedError } from '@jianzhen/evidence';
import { decodeImage } from '../decode/index.ts';
import type { PageImage } from '../page.ts';
import { type Box, box, matrix } from './numbers.ts';
import type { OfdPackage } from './package.ts';
import type { Resources } from './resources.ts';
import type { Xml } from './xml.ts';

/** Share of the page's edges that a scan must span. */
const COVER = 0.97;
const MM_PER_INCH = 25.4;

/** A page that draws nothing but one full-page JPEG, as that JPEG with its coefficients; else null. */
export async function readScan(
  pack: OfdPackage,
  resources: Resources,
  area: Box,
  layers: readonly Xml[],
): Promise<PageImage | null> {
  const objects = layers.flatMap((layer) => layer.children.filter(({ name }) => /Object$|Block$/.test(name)));
  const [object] = objects;
  if (objects.length !== 1 || object?.name !== 'ImageObject') return null;
  const placed = placement(object);
  if (!placed || !covers(placed, area)) return null;
  const file = resources.media.get(object.attributes.ResourceID ?? '');
  const bytes = file ? pack.read(file) : null;
  if (bytes?.[0] !== 0xff || bytes[1] !== 0xd8) return null;
  try {
    const image = await decodeImage(bytes);
    return { ...image, dpi: (image.width * MM_PER_INCH) / placed.width };
  } catch (error) {
    if (error instanceof CodedError) return null;
    throw error;
  }
}

/** Where the picture lies on the page; null where it is turned, mirrored, clipped, see-through or hidden. */
function placement(object: Xml): Box | null {
  const boundary = box(object.attributes.Boundary);
  const { Alpha = '255', Visible = 'true' } = object.attributes;
  if (!boundary || object.children.length > 0 || Alpha !== '255' || Visible === 'false') return null;
  const [a, b, c, d, e, f] = matrix(object.attributes.CTM) ?? [boundary.width, 0, 0, boundary.height, 0, 0];
  if (b !== 0 || c !== 0 || a <= 0 || d <= 0) return null;
  return { x: boundary.x + e, y: boundary.y + f, width: a, height: d };
}

function covers(placed: Box, area: Box): boolean {
  const along = (at: number, length: number, from: number, edge: number) =>
    Math.min(at + length, from + edge) - Math.max(at, from) >= COVER * edge && length <= edge / COVER;
  return (
    along(placed.x, placed.width, area.x, area.width) && along(placed.y, placed.height, area.y, area.height)
  );
}
