import { errors } from '../errors.ts';
import { findInk, type Ink, tighten } from '../forge/ink.ts';
import { type Eraser, erase } from '../forge/inpaint.ts';
import { withoutRules } from '../forge/lines.ts';
import { paperAround } from '../forge/paper.ts';
import { paste } from '../forge/paste.ts';
import { rewrite } from '../forge/rewrite.ts';
import { type Box, cut, grow, type Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import type { Voucher } from './render.ts';
import { type Field, family } from './sheet.ts';

/** A voucher on a forger's desk: what is changed, and what is known of it. */
export interface Desk {
  readonly page: Picture;
  readonly voucher: Voucher;
  readonly ink: Ink;
  readonly random: Random;
  /** Another genuine voucher of the kind, to take pieces from. */
  readonly other: Voucher;
}

/** Changes the page in place; returns the boxes it touched. */
export type VoucherEdit = (desk: Desk) => Box[];

export function fieldOf(voucher: Voucher, name: string): Field {
  const field = voucher.fields.find((candidate) => candidate.name === name);
  if (!field) throw errors('simulate.no-field', { name });
  return field;
}

function inkBox(picture: Picture, field: Field): Box {
  const text = withoutRules(findInk(picture));
  return tighten(text, grow(field.box, 2, picture)) ?? field.box;
}

/** Other wording in a field's place, in its own face. */
export function reword(
  name: string,
  wording: (was: string) => string,
  { eraser = 'noise', alignRight = false }: { eraser?: Eraser; alignRight?: boolean } = {},
): VoucherEdit {
  return ({ page, voucher, ink, random }) => {
    const field = fieldOf(voucher, name);
    const box = inkBox(voucher, field);
    const text = { box, was: field.text, wording: wording(field.text), eraser, matched: true, alignRight };
    return [rewrite(page, ink, { ...text, family: family(field.face) }, random)];
  };
}

/** One field's picture laid over another's. */
export function copyField(from: string, to: string): VoucherEdit {
  return ({ page, voucher, ink, random }) => transfer({ page, ink, random }, voucher, voucher, from, to);
}

/** The same field of another voucher laid over this one's. */
export function spliceField(name: string): VoucherEdit {
  return ({ page, voucher, ink, random, other }) =>
    transfer({ page, ink, random }, other, voucher, name, name);
}

function transfer(
  { page, ink, random }: Pick<Desk, 'page' | 'ink' | 'random'>,
  source: Voucher,
  target: Voucher,
  from: string,
  to: string,
): Box[] {
  const piece = grow(inkBox(source, fieldOf(source, from)), 2, source);
  const place = inkBox(target, fieldOf(target, to));
  const old = grow(place, 2, page);
  erase(page, ink, old, 'noise', random);
  const there = paperAround(source, findInk(source), piece).colour;
  const here = paperAround(target, ink, place).colour;
  const right = /amount|balance/.test(to);
  const touched = paste(page, cut(source, piece), {
    centreX: right ? place.x + place.width + 2 - piece.width / 2 : place.x - 2 + piece.width / 2,
    centreY: place.y + place.height / 2,
    scaleX: 1,
    scaleY: 1,
    angle: 0,
    feather: 1.5,
    gain: [here[0] / there[0], here[1] / there[1], here[2] / there[2]],
    blend: 'cover',
  });
  return [old, touched];
}

/** The other voucher's seal printed over this page, white made clear. */
export const borrowSeal: VoucherEdit = ({ page, voucher, random, other }) => {
  const piece = grow(fieldOf(other, 'seal').box, 4, other);
  const place = fieldOf(voucher, 'seal').box;
  const patch = redOnly(cut(other, piece));
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
