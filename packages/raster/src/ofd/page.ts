import { createCanvas } from '@napi-rs/canvas';
import { errors } from '../errors.ts';
import type { PageImage } from '../page.ts';
import { drawBlock, type Scene } from './draw.ts';
import { Fonts } from './fonts.ts';
import { Images } from './images.ts';
import { type Box, box, DEFAULT_AREA } from './numbers.ts';
import { type OfdDocument, type OfdPackage, pageArea } from './package.ts';
import { readResources } from './resources.ts';
import { readScan } from './scan.ts';
import { child, childrenOf, descendants, type Xml } from './xml.ts';

export interface OfdRenderOptions {
  /** Pixels per inch; default 150. Less where the page would be more than `maxPixels`. */
  readonly dpi?: number;
  /** Default 9,000,000. */
  readonly maxPixels?: number;
}

const MM_PER_INCH = 25.4;
const MAX_EDGE_MM = 5_000;
const MAX_OBJECTS = 200_000;
const LAYER_ORDER = ['Background', 'Body', 'Foreground'];

/** Draws one page, or hands out the scan that it consists of. Errors: `ofd.broken`, `ofd.bomb`, `ofd.page-size`, `ofd.too-complex`. */
export async function renderPage(
  pack: OfdPackage,
  document: OfdDocument,
  index: number,
  annotations: readonly Xml[],
  options: OfdRenderOptions,
): Promise<PageImage> {
  const { path } = document.pages[index]!;
  const content = pack.xml(path);
  const area = pageArea(child(content, 'Area')) ?? document.area ?? DEFAULT_AREA;
  const templates = templatePages(pack, document, content);
  const resources = readResources(pack, [
    ...document.resources,
    ...pageResources(pack, path, content, templates),
  ]);
  const layers = layersInOrder(content, templates);
  const scan = annotations.length === 0 ? await readScan(pack, resources, area, layers) : null;
  if (scan) return scan;
  const { canvas, context, dpi } = blankPage(area, index + 1, options);
  const scene: Scene = {
    context,
    resources,
    fonts: new Fonts(pack, resources.fonts),
    images: new Images(pack),
    page: index + 1,
    budget: { objects: MAX_OBJECTS },
  };
  for (const layer of layers) await drawBlock(scene, layer, layer.attributes.DrawParam);
  for (const appearance of annotations) await drawAppearance(scene, appearance);
  const rgba = context.getImageData(0, 0, canvas.width, canvas.height).data;
  return {
    width: canvas.width,
    height: canvas.height,
    rgb: dropAlpha(rgba),
    track: 'render',
    jpeg: null,
    dpi,
  };
}

function blankPage(area: Box, page: number, { dpi = 150, maxPixels = 9_000_000 }: OfdRenderOptions) {
  const sane = (edge: number) => edge > 1 && edge <= MAX_EDGE_MM;
  if (!sane(area.width) || !sane(area.height)) {
    throw errors('ofd.page-size', { page, width: area.width, height: area.height });
  }
  const scale = Math.min(dpi / MM_PER_INCH, Math.sqrt(maxPixels / (area.width * area.height)));
  const canvas = createCanvas(
    Math.max(1, Math.round(area.width * scale)),
    Math.max(1, Math.round(area.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(-area.x, -area.y);
  return { canvas, context, dpi: scale * MM_PER_INCH };
}

interface Template {
  readonly path: string;
  readonly page: Xml;
  readonly order: string;
}

function templatePages(pack: OfdPackage, document: OfdDocument, content: Xml): Template[] {
  return childrenOf(content, 'Template').flatMap((use) => {
    const path = document.templates.get(use.attributes.TemplateID ?? '');
    return path ? [{ path, page: pack.xml(path), order: use.attributes.ZOrder ?? 'Background' }] : [];
  });
}

function pageResources(
  pack: OfdPackage,
  path: string,
  content: Xml,
  templates: readonly Template[],
): string[] {
  return [{ path, page: content }, ...templates].flatMap((part) =>
    childrenOf(part.page, 'PageRes').flatMap((element) => pack.resolve(element.text, part.path) ?? []),
  );
}

/** Templates behind the page, the page itself, templates before it. */
function layersInOrder(content: Xml, templates: readonly Template[]): Xml[] {
  const layersOf = (page: Xml) => sorted(descendants(child(page, 'Content'), 'Layer'));
  const behind = templates.filter(({ order }) => order === 'Background');
  const before = templates.filter(({ order }) => order !== 'Background');
  return [
    ...behind.flatMap(({ page }) => layersOf(page)),
    ...layersOf(content),
    ...before.flatMap(({ page }) => layersOf(page)),
  ];
}

function sorted(layers: readonly Xml[]): Xml[] {
  const rank = (layer: Xml) => LAYER_ORDER.indexOf(layer.attributes.Type ?? 'Body');
  return [...layers].sort((a, b) => rank(a) - rank(b));
}

async function drawAppearance(scene: Scene, appearance: Xml): Promise<void> {
  const boundary = box(appearance.attributes.Boundary);
  scene.context.save();
  if (boundary) scene.context.translate(boundary.x, boundary.y);
  await drawBlock(scene, appearance, undefined);
  scene.context.restore();
}

function dropAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
}
