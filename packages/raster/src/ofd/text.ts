import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Face } from './fonts.ts';
import { deltas, number, numbers } from './numbers.ts';
import type { Style } from './style.ts';
import { childrenOf, type Xml } from './xml.ts';

export interface TextPaint {
  readonly fill: string | CanvasPaint | null;
  readonly stroke: string | CanvasPaint | null;
}
type CanvasPaint = SKRSContext2D['fillStyle'];

const MAX_GLYPHS = 200_000;

/** One glyph to draw, its baseline origin in the object's space. */
interface Placed {
  readonly glyph: number;
  readonly codePoint: number;
  readonly x: number;
  readonly y: number;
}

/** Draws a TextObject (GB/T 33190, 11.2–11.4) in the object's space as glyph outlines. */
export function drawText(
  context: SKRSContext2D,
  object: Xml,
  style: Style,
  face: Face,
  fallback: Face,
  paint: TextPaint,
): void {
  const size = number(style.attribute('Size') ?? object.attributes.Size, 0);
  if (!(size > 0) || size > 10_000) return;
  const stretch = number(object.attributes.HScale, 1);
  const slant = object.attributes.Italic === 'true' && !face.embedded ? 0.2 : 0;
  for (const { glyph, codePoint, x, y } of placeGlyphs(object, face, size, stretch)) {
    const own = glyph === 0 ? null : face.outline(glyph);
    const outline = own ?? fallback.outline(fallback.glyphFor(codePoint));
    if (!outline) continue;
    context.save();
    context.transform(size * stretch, 0, slant * size, -size, x, y);
    if (paint.fill) {
      context.fillStyle = paint.fill;
      context.fill(outline);
    }
    if (paint.stroke) {
      context.strokeStyle = paint.stroke;
      context.lineWidth /= size;
      context.stroke(outline);
    }
    context.restore();
  }
}

function placeGlyphs(object: Xml, face: Face, size: number, stretch: number): Placed[] {
  const placed: Placed[] = [];
  const glyphs = face.embedded ? transformedGlyphs(object) : new Map<number, number>();
  let position = 0;
  let [x, y] = [0, 0];
  for (const code of childrenOf(object, 'TextCode')) {
    x = number(code.attributes.X, x);
    y = number(code.attributes.Y, y);
    const [deltaX, deltaY] = [deltas(code.attributes.DeltaX), deltas(code.attributes.DeltaY)];
    const characters = [...code.text.replace(/^[\r\n]+\s*|\s*[\r\n]+$/g, '')];
    characters.forEach((character, i) => {
      if (placed.length >= MAX_GLYPHS) return;
      const codePoint = character.codePointAt(0)!;
      const glyph = glyphs.get(position) ?? face.glyphFor(codePoint);
      placed.push({ glyph, codePoint, x, y });
      const vertical = deltaX.length === 0 && deltaY.length > 0;
      x += deltaX[i] ?? deltaX.at(-1) ?? (vertical ? 0 : face.advance(glyph) * size * stretch);
      y += deltaY[i] ?? 0;
      position++;
    });
  }
  return placed;
}

/** CGTransform: glyph numbers of the embedded font by the character's position in the object. */
function transformedGlyphs(object: Xml): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (const transform of childrenOf(object, 'CGTransform')) {
    const start = number(transform.attributes.CodePosition, 0);
    const list = numbers(childrenOf(transform, 'Glyphs')[0]?.text);
    list.slice(0, MAX_GLYPHS).forEach((glyph, i) => {
      glyphs.set(start + i, glyph);
    });
  }
  return glyphs;
}
