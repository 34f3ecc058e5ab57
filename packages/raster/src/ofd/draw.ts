import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { errors } from '../errors.ts';
import type { Fonts } from './fonts.ts';
import type { Images } from './images.ts';
import { box, matrix, number } from './numbers.ts';
import { tracePath } from './path-data.ts';
import type { Resources } from './resources.ts';
import { paint, type Style, setLine, styleOf } from './style.ts';
import { drawText } from './text.ts';
import { childrenOf, childText, type Xml } from './xml.ts';

/** What drawing a page's objects needs; the budget is shared by the whole page. */
export interface Scene {
  readonly context: SKRSContext2D;
  readonly resources: Resources;
  readonly fonts: Fonts;
  readonly images: Images;
  readonly page: number;
  readonly budget: { objects: number };
}

const MAX_DEPTH = 20;

/** Draws a layer's or block's graphic units in document order (GB/T 33190, clauses 8–13). Millimetres. */
export async function drawBlock(
  scene: Scene,
  block: Xml,
  layerParam: string | undefined,
  depth = 0,
): Promise<void> {
  if (depth > MAX_DEPTH) throw errors('ofd.too-complex', { page: scene.page });
  for (const object of block.children) {
    if (--scene.budget.objects < 0) throw errors('ofd.too-complex', { page: scene.page });
    if (object.name === 'PageBlock') await drawBlock(scene, object, layerParam, depth + 1);
    else if (object.name.endsWith('Object')) await drawObject(scene, object, layerParam, depth);
  }
}

async function drawObject(
  scene: Scene,
  object: Xml,
  layerParam: string | undefined,
  depth: number,
): Promise<void> {
  const { context } = scene;
  const boundary = box(object.attributes.Boundary);
  if (object.attributes.Visible === 'false' || !boundary) return;
  const style = styleOf(object, layerParam, scene.resources);
  context.save();
  context.translate(boundary.x, boundary.y);
  clip(context, object);
  const transform = matrix(object.attributes.CTM);
  if (transform) context.transform(...transform);
  if (object.name === 'PathObject') drawPath(scene, object, style);
  else if (object.name === 'TextObject') drawTextObject(scene, object, style);
  else if (object.name === 'ImageObject') await drawImage(scene, object, transform ? null : boundary);
  else if (object.name === 'CompositeObject') {
    const content = scene.resources.composites.get(object.attributes.ResourceID ?? '');
    if (content) await drawBlock(scene, content, layerParam, depth + 1);
  }
  context.restore();
}

/** Areas of one Clip add up, several Clips intersect (GB/T 33190, 8.4). */
function clip(context: SKRSContext2D, object: Xml): void {
  const clips = [
    ...childrenOf(object, 'Clips').flatMap((list) => childrenOf(list, 'Clip')),
    ...childrenOf(object, 'Clip'),
  ];
  for (const one of clips.slice(0, 20)) {
    const outline = new Path2D();
    for (const area of childrenOf(one, 'Area')) {
      for (const path of childrenOf(area, 'Path')) {
        const part = new Path2D();
        tracePath(childText(path, 'AbbreviatedData') ?? '', part);
        const [a, b, c, d, e, f] = matrix(area.attributes.CTM) ?? [1, 0, 0, 1, 0, 0];
        const from = box(path.attributes.Boundary);
        const [x, y] = [from?.x ?? 0, from?.y ?? 0];
        outline.addPath(part, { a, b, c, d, e: e + a * x + c * y, f: f + b * x + d * y });
      }
    }
    context.clip(outline);
  }
}

function drawPath({ context, resources }: Scene, object: Xml, style: Style): void {
  const data = childText(object, 'AbbreviatedData');
  if (!data) return;
  const outline = new Path2D();
  tracePath(data, outline);
  const alpha = opacity(object);
  if (object.attributes.Fill === 'true') {
    context.fillStyle = paint(context, style.fill, alpha, resources);
    context.fill(outline, object.attributes.Rule === 'Even-Odd' ? 'evenodd' : 'nonzero');
  }
  if (object.attributes.Stroke !== 'false') {
    setLine(context, style);
    context.strokeStyle = paint(context, style.stroke, alpha, resources);
    context.stroke(outline);
  }
}

function drawTextObject({ context, resources, fonts }: Scene, object: Xml, style: Style): void {
  const alpha = opacity(object);
  const bold = number(object.attributes.Weight, 400) >= 600;
  const fill = object.attributes.Fill === 'false' ? null : paint(context, style.fill, alpha, resources);
  const stroke = object.attributes.Stroke === 'true' ? paint(context, style.stroke, alpha, resources) : null;
  setLine(context, style);
  drawText(context, object, style, fonts.face(object.attributes.Font ?? ''), fonts.fallback(bold), {
    fill,
    stroke,
  });
}

/** A picture fills the unit square of its own space, y downwards; without a CTM, its boundary. */
async function drawImage(
  { context, resources, images }: Scene,
  object: Xml,
  boundary: ReturnType<typeof box>,
): Promise<void> {
  const file = resources.media.get(object.attributes.ResourceID ?? '');
  const picture = file ? await images.get(file) : null;
  if (!picture) return;
  context.globalAlpha = opacity(object);
  context.drawImage(picture, 0, 0, boundary?.width ?? 1, boundary?.height ?? 1);
}

function opacity(object: Xml): number {
  return Math.min(1, Math.max(0, number(object.attributes.Alpha, 255) / 255));
}
