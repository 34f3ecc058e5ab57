import { errors } from '../errors.ts';
import { findInk, type Ink, tighten } from '../forge/ink.ts';
import { type Eraser, erase } from '../forge/inpaint.ts';
import { withoutRules } from '../forge/lines.ts';
import { paperAround } from '../forge/paper.ts';
import { paste } from '../forge/paste.ts';
import { rewrite } from '../forge/rewrite.ts';
import { type Box, clamp, cut, grow, type Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import type { Voucher } from './render.ts';
import { type Field, family } from './sheet.ts';

/** A captured voucher and where its ink lies: `ink` all of it, `text` without the rules of forms and tables. */
export interface Inked {
  readonly voucher: Voucher;
  readonly ink: Ink;
  readonly text: Ink;
}

/** A voucher on a forger's desk: the page that is written on, and what is known of it. */
export interface Desk extends Inked {
  readonly page: Picture;
  readonly random: Random;
  /** Another genuine voucher of the kind, to take pieces from. */
  readonly other: Inked;
}

export function inked(voucher: Voucher): Inked {
  const ink = findInk(voucher);
  return { voucher, ink, text: withoutRules(ink) };
}

/** Changes the page in place; returns the boxes it touched. */
export type VoucherEdit = (desk: Desk) => Box[];

export function fieldOf(voucher: Voucher, name: string): Field {
  const field = voucher.fields.find((candidate) => candidate.name === name);
  if (!field) throw errors('simulate.no-field', { name });
  return field;
}

/** The field's ink; sideways not a pixel more, since other characters follow closely. */
function inkBox({ voucher, text }: Inked, field: Field): Box {
  const { box } = field;
  const taller = grow({ ...box, y: box.y - 2, height: box.height + 4 }, 0, voucher);
  return tighten(text, taller) ?? box;
}

/** Other wording in a field's place, in its own face. */
export function reword(
  name: string,
  wording: (was: string) => string,
  { eraser = 'noise', alignRight = false }: { eraser?: Eraser; alignRight?: boolean } = {},
): VoucherEdit {
  return (desk) => {
    const { page, voucher, ink, random } = desk;
    const field = fieldOf(voucher, name);
    const box = inkBox(desk, field);
    const text = { box, was: field.text, wording: wording(field.text), eraser, matched: true, alignRight };
    return [rewrite(page, ink, { ...text, family: family(field.face) }, random)];
  };
}

/** One field's picture laid over another's. */
export function copyField(from: string, to: string): VoucherEdit {
  return (desk) => transfer(desk, desk, from, to);
}

/** The same field of another voucher laid over this one's. */
export function spliceField(name: string): VoucherEdit {
  return (desk) => transfer(desk, desk.other, name, name);
}

function transfer(desk: Desk, source: Inked, from: string, to: string): Box[] {
  const { page, ink, random } = desk;
  const found = inkBox(source, fieldOf(source.voucher, from));
  const piece = grow(found, 1, source.voucher);
  const place = inkBox(desk, fieldOf(desk.voucher, to));
  const old = grow(place, 1, page);
  erase(page, ink, old, 'noise', random);
  const there = paperAround(source.voucher, source.ink, piece).colour;
  const here = paperAround(desk.voucher, ink, place).colour;
  const scale = clamp(place.height / found.height, 0.85, 1.15);
  const half = (piece.width * scale) / 2;
  const touched = paste(page, cut(source.voucher, piece), {
    centreX: /amount|balance/.test(to) ? place.x + place.width + 1 - half : place.x - 1 + half,
    centreY: place.y + place.height / 2,
    scaleX: scale,
    scaleY: scale,
    angle: 0,
    feather: 1,
    gain: [here[0] / there[0], here[1] / there[1], here[2] / there[2]],
    blend: 'cover',
  });
  return [old, touched];
}

/** The other voucher's seal printed over this page, white made clear. */
export const borrowSeal: VoucherEdit = ({ page, voucher, random, other }) => {
  const piece = grow(fieldOf(other.voucher, 'seal').box, 4, other.voucher);
  const place = fieldOf(voucher, 'seal').box;
  const patch = redOnly(cut(other.voucher, piece));
  return [
    paste(page, patch, {
      centreX: place.x + place.width / 2,
      centreY: place.y + place.height / 2,
      scaleX: 1,
      scaleY: 1,
      angle: random.between(-5, 5),
      feather: 4,
      gain: [1, 1, 1],
      blend: 'multiply',
    }),
  ];
};

/** Keeps red ink alone: black letters that showed through the seal, and the paper, become white. */
function redOnly(picture: Picture): Picture {
  const rgb = picture.rgb.slice();
  for (let i = 0; i < rgb.length; i += 3) {
    const redness = rgb[i]! - Math.max(rgb[i + 1]!, rgb[i + 2]!);
    if (redness < 24) rgb.fill(255, i, i + 3);
    else rgb[i] = Math.max(rgb[i]!, 200);
  }
  return { ...picture, rgb };
}

/** Several edits, one after the other. */
export const all =
  (...edits: readonly VoucherEdit[]): VoucherEdit =>
  (desk) =>
    edits.flatMap((edit) => edit(desk));
