import type { SKRSContext2D } from '@napi-rs/canvas';
import { number, numbers } from './numbers.ts';
import type { Resources } from './resources.ts';
import { child, childrenOf, type Xml } from './xml.ts';

/** Graphic state of one object: its own attributes, else those of its draw parameters (GB/T 33190, 8.2). */
export interface Style {
  readonly fill: Xml | null;
  readonly stroke: Xml | null;
  attribute(name: string): string | undefined;
}

/** Looks attributes up in the object, then along its chain of draw parameters, then in the layer's. */
export function styleOf(object: Xml, layerParam: string | undefined, resources: Resources): Style {
  const chain = [object];
  for (const first of [object.attributes.DrawParam, layerParam]) {
    const seen = new Set<string>();
    for (let id = first; id !== undefined && !seen.has(id); ) {
      seen.add(id);
      const params = resources.drawParams.get(id);
      if (params) chain.push(params);
      id = params?.attributes.Relative;
    }
  }
  const firstChild = (name: string) =>
    chain.map((element) => child(element, name)).find((found) => found !== null) ?? null;
  return {
    fill: firstChild('FillColor'),
    stroke: firstChild('StrokeColor'),
    attribute: (name) => chain.find((element) => element.attributes[name] !== undefined)?.attributes[name],
  };
}

const CAPS: Readonly<Record<string, CanvasLineCap>> = { Butt: 'butt', Round: 'round', Square: 'square' };
const JOINS: Readonly<Record<string, CanvasLineJoin>> = { Miter: 'miter', Round: 'round', Bevel: 'bevel' };
type CanvasLineCap = 'butt' | 'round' | 'square';
type CanvasLineJoin = 'miter' | 'round' | 'bevel';

/** The standard's default width, 0.353 mm, is a typographic point. */
const DEFAULT_LINE_WIDTH = 0.353;

export function setLine(context: SKRSContext2D, style: Style): void {
  context.lineWidth = number(style.attribute('LineWidth'), DEFAULT_LINE_WIDTH);
  context.lineCap = CAPS[style.attribute('Cap') ?? ''] ?? 'butt';
  context.lineJoin = JOINS[style.attribute('Join') ?? ''] ?? 'miter';
  context.miterLimit = number(style.attribute('MiterLimit'), 3.528);
  const dashes = numbers(style.attribute('DashPattern')).slice(0, 16);
  context.setLineDash(dashes.every((dash) => dash >= 0) ? dashes : []);
  context.lineDashOffset = number(style.attribute('DashOffset'), 0);
}

/** A colour element as a canvas paint; black without one. */
export function paint(context: SKRSContext2D, colour: Xml | null, alpha: number, resources: Resources) {
  const shading = child(colour, 'AxialShd') ?? child(colour, 'RadialShd');
  return (shading && gradient(context, shading, alpha, resources)) ?? solid(colour, alpha, resources);
}

function solid(colour: Xml | null, alpha: number, resources: Resources): string {
  const values = numbers(colour?.attributes.Value);
  const type = resources.colourSpaces.get(colour?.attributes.ColorSpace ?? '');
  const opacity = (alpha * number(colour?.attributes.Alpha, 255)) / 255;
  return `rgba(${rgbOf(values, type).join(', ')}, ${opacity})`;
}

function rgbOf(values: readonly number[], type: string | undefined): number[] {
  if (type === 'GRAY' || values.length === 1) return [values[0] ?? 0, values[0] ?? 0, values[0] ?? 0];
  if (type === 'CMYK' || values.length === 4) {
    const [c = 0, m = 0, y = 0, k = 0] = values;
    return [c, m, y].map((ink) => Math.round((255 - ink) * (1 - k / 255)));
  }
  return [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0];
}

function gradient(context: SKRSContext2D, shading: Xml, alpha: number, resources: Resources) {
  const [x0 = 0, y0 = 0] = numbers(shading.attributes.StartPoint);
  const [x1 = 0, y1 = 0] = numbers(shading.attributes.EndPoint);
  const radii = [number(shading.attributes.StartRadius, 0), number(shading.attributes.EndRadius, 1)] as const;
  const made =
    shading.name === 'AxialShd'
      ? context.createLinearGradient(x0, y0, x1, y1)
      : context.createRadialGradient(x0, y0, Math.max(0, radii[0]), x1, y1, Math.max(0, radii[1]));
  const segments = childrenOf(shading, 'Segment').slice(0, 100);
  segments.forEach((segment, i) => {
    const position = number(segment.attributes.Position, i / Math.max(1, segments.length - 1));
    made.addColorStop(Math.min(1, Math.max(0, position)), solid(child(segment, 'Color'), alpha, resources));
  });
  return segments.length > 0 ? made : null;
}
