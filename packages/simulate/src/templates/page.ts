import type { Random, Seed } from '../random.ts';
import { createRandom } from '../random.ts';
import type { TemplateDesign } from './design.ts';
import { FILLERS } from './fillers.ts';
import { setText, type TypeStyle, widthOf } from './type.ts';
import type { FillKind, PlacedText, RuleLine, TemplatePage } from './types.ts';

/** The page under the pen: what was set so far, and how far down. */
export interface Pen {
  readonly design: TemplateDesign;
  readonly random: Random;
  readonly texts: PlacedText[];
  readonly rules: RuleLine[];
  y: number;
}

export const labelStyle = ({ layout }: TemplateDesign): TypeStyle => ({
  face: layout.labelFace,
  size: layout.body,
});
export const valueStyle = ({ layout }: TemplateDesign): TypeStyle => ({
  face: layout.valueFace,
  size: layout.body,
});
export const leadingOf = ({ layout }: TemplateDesign): number => layout.body * layout.leading;

export function write(
  pen: Pen,
  text: string,
  x: number,
  style: TypeStyle,
  role: PlacedText['role'] = 'fixed',
  cell?: PlacedText['cell'],
): number {
  const placed = { ...setText(text, x, pen.y, style, role), ...(cell ? { cell } : {}) };
  pen.texts.push(placed);
  return x + placed.stops.at(-1)!;
}

export const rule = (pen: Pen, x1: number, y1: number, x2: number, y2: number, thick = 2): void => {
  pen.rules.push({ x1, y1, x2, y2, thick });
};

/** A value no wider than there is room: what does not fit is drawn again, at last cut short. */
export function value(pen: Pen, kind: FillKind, room: number): string {
  let text = '';
  for (let tries = 0; tries < 6; tries++) {
    text = FILLERS[kind](pen.random);
    if (widthOf(text, valueStyle(pen.design)) <= room) return text;
  }
  while (text.length > 1 && widthOf(text, valueStyle(pen.design)) > room) text = text.slice(0, -1);
  return text;
}

/** `label=fill` apart. */
export function parted(spec: string): { label: string; fill: FillKind } {
  const [label, fill] = spec.split('=') as [string, FillKind];
  return { label, fill };
}

export const penFor = (design: TemplateDesign, ...seed: readonly Seed[]): Pen => ({
  design,
  random: createRandom(...seed, design.id, 'fill'),
  texts: [],
  rules: [],
  y: design.layout.top,
});

export function finished(pen: Pen, sealAt: { x: number; y: number }): TemplatePage {
  const { design, random } = pen;
  const { layout } = design;
  const [width, least] = layout.page;
  const lowest = Math.max(...pen.texts.map(({ y }) => y));
  return {
    template: design.id,
    wording: design.wording.kind,
    width,
    height: Math.max(least, Math.ceil(lowest + 70)),
    paper: '#fdfdfb',
    texts: pen.texts,
    rules: pen.rules,
    // A stamp is never put down twice at the same place.
    seal: {
      x: sealAt.x + layout.seal[0] + random.integer(-45, 45),
      y: sealAt.y + layout.seal[1] + random.integer(-30, 30),
      diameter: 226,
      ring: design.issuer.slice(-14),
    },
    logo:
      layout.logo === 'none'
        ? null
        : {
            x: layout.logo === 'left' ? layout.left : width - layout.right - 96,
            y: Math.max(20, layout.top - 80),
            size: 96,
            shape: design.issuer.length % 3,
            colour: '#1f5fa8',
          },
  };
}
