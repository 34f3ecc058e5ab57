import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type ChineseFace, chineseFont, latinFont } from '../fonts.ts';
import type { Box } from '../picture.ts';

/** A value on a voucher that a forger would change or a reader would read. */
export interface Field {
  readonly name: string;
  readonly text: string;
  /** Around the value's ink, in pixels of the sheet. */
  readonly box: Box;
  readonly face: Face;
}

export type Face = ChineseFace | 'mono' | 'arial';

export interface TextStyle {
  readonly face: Face;
  /** Pixels an em. */
  readonly size: number;
  readonly colour?: string;
  readonly align?: 'left' | 'centre' | 'right';
  /** Extra pixels between characters. */
  readonly spacing?: number;
}

/** A piece of running text; with a name it is a field. */
export type Piece =
  | string
  | { readonly name: string; readonly text: string; readonly style?: Partial<TextStyle> };

/** A piece of text as one call wrote it; blanks alone are none. */
export interface Written {
  readonly text: string;
  /** Left end, right end and baseline, in pixels of the sheet. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Pixels an em. */
  readonly size: number;
  /** Around its ink. */
  readonly box: Box;
}

/** How a sheet differs from the usual one. */
export interface SheetOptions {
  /** CSS font lists that faces are drawn with instead of their own; handwriting keeps its own. */
  readonly families?: Readonly<Partial<Record<Face, string>>>;
  /** What is written in a field's place. */
  readonly wording?: (name: string, text: string) => string;
}

export type CreateSheet = (width: number, height: number, paper: string) => Sheet;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly context: SKRSContext2D;
  readonly fields: Field[];
  /** All print on the page; no handwriting, no seals. */
  readonly written: Written[];
  /** Key values as a reader ought to tell them: names of fields, values normalised. */
  readonly keys: Record<string, string>;
  /** Draw the seals, last of all; a page can be left without them. */
  readonly seals: (() => void)[];
  /** Draws one line, baseline at `y`; a name makes it a field. Returns where it ends. */
  write(text: string, x: number, y: number, style: TextStyle, name?: string): number;
  measure(text: string, style: TextStyle): number;
  /** Sets pieces as a paragraph within [x, right], indented by two characters; returns the last baseline. */
  paragraph(
    pieces: readonly Piece[],
    x: number,
    y: number,
    right: number,
    leading: number,
    style: TextStyle,
    indent?: number,
  ): number;
  rule(x1: number, y1: number, x2: number, y2: number, width?: number, colour?: string): void;
}

/** CSS font list of a face; Latin faces fall back on the sans for Chinese characters. */
export function family(face: Face): string {
  if (face === 'mono') return `"${latinFont({ name: 'cousine', weight: 400 })}", "${chineseFont('sans')}"`;
  if (face === 'arial') return `"${latinFont({ name: 'arimo', weight: 400 })}", "${chineseFont('sans')}"`;
  return `"${chineseFont(face)}"`;
}

export function createSheet(
  width: number,
  height: number,
  paper: string,
  { families = {}, wording = (_, text) => text }: SheetOptions = {},
): Sheet {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  const fields: Field[] = [];
  const written: Written[] = [];

  const set = (style: TextStyle) => {
    context.font = `${style.size}px ${families[style.face] ?? family(style.face)}`;
    context.letterSpacing = `${style.spacing ?? 0}px`;
    context.fillStyle = style.colour ?? '#1c1c1e';
  };
  const measure = (text: string, style: TextStyle) => {
    set(style);
    return context.measureText(text).width;
  };
  const draw: Sheet['write'] = (text, x, y, style, name) => {
    const advance = measure(text, style);
    const left = style.align === 'right' ? x - advance : style.align === 'centre' ? x - advance / 2 : x;
    context.fillText(text, left, y);
    const size = context.measureText(text);
    const top = Math.floor(y - size.actualBoundingBoxAscent);
    const box = {
      x: Math.floor(left - size.actualBoundingBoxLeft),
      y: top,
      width: Math.ceil(size.actualBoundingBoxRight + size.actualBoundingBoxLeft),
      height: Math.ceil(y + size.actualBoundingBoxDescent) - top,
    };
    if (name) fields.push({ name, text, box, face: style.face });
    if (style.face !== 'hand' && text.trim() !== '')
      written.push({ text, left, right: left + advance, baseline: y, size: style.size, box });
    return left + advance;
  };
  const worded = (text: string, name: string | undefined) => (name ? wording(name, text) : text);
  const write: Sheet['write'] = (text, x, y, style, name) => draw(worded(text, name), x, y, style, name);
  const paragraph: Sheet['paragraph'] = (pieces, x, y, right, leading, style, indent = 2) => {
    let at = x + indent * style.size;
    let line = y;
    const put = (text: string, own: TextStyle, name?: string) => {
      const wide = measure(text, own);
      // Closing marks hang over the margin instead of opening a line.
      if (at + wide > right + 2 && !/^[，。；：、）”》]/.test(text)) {
        at = x;
        line += leading;
      }
      at = draw(text, at, line, own, name);
    };
    for (const piece of pieces) {
      if (typeof piece !== 'string')
        put(worded(piece.text, piece.name), { ...style, ...piece.style }, piece.name);
      else for (const part of piece.match(/[\x21-\x7e]+|./gu) ?? []) put(part, style);
    }
    return line;
  };
  const rule: Sheet['rule'] = (x1, y1, x2, y2, thick = 2, colour = '#333') => {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  };
  return { width, height, context, fields, written, keys: {}, seals: [], write, measure, paragraph, rule };
}
