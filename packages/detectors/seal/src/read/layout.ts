import type { SealCut } from '../rectify/cut.ts';
import type { InkMap } from '../rectify/ink.ts';
import type { PageSeal } from '../rectify/page-seal.ts';
import { type Band, textBand } from '../unroll/band.ts';
import { codePart } from '../unroll/code.ts';
import { type TextLine, textLines } from '../unroll/lines.ts';
import { rimEnd } from '../unroll/rim.ts';
import { type SealPlane, sealPlane } from '../unroll/ring.ts';
import { blanked, type RingSheet, ringSheet } from '../unroll/sheet.ts';
import { fitStar, type StarFit } from '../unroll/star.ts';
import type { RingPart } from '../unroll/strips.ts';
import { type TitleSpan, titleSpan } from '../unroll/title.ts';
import { findUpright, isStar, type Upright } from '../unroll/upright.ts';
import { lineZone, titleZone } from '../unroll/zones.ts';

/** Where a round seal bears what, in its own plane. */
export interface RoundLayout {
  readonly cut: SealCut;
  readonly map: InkMap;
  readonly plane: SealPlane;
  readonly sheet: RingSheet;
  readonly rim: number;
  readonly star: StarFit;
  readonly upright: Upright;
  readonly band: Band;
  readonly lines: readonly TextLine[];
  readonly title: TitleSpan;
  readonly code: RingPart | null;
}

/** Mean ink of the disc about the centre from which it holds a picture, and how far a picture reaches. */
const PICTURE = 0.16;
const EMBLEM = 0.46;

/** Heights of a title's outermost characters that a code may reach under. */
export const ENDS_FREE = 0.5;

export const hasPicture = ({ disc }: StarFit): boolean => disc > PICTURE;

/** Depth down to which the ring is unrolled; an ellipse has no ring below. */
const DEEPEST = 0.74;

export function layOutRound({ seal, inked }: PageSeal): RoundLayout | null {
  const parted = inked();
  if (!parted) return null;
  const { cut, map } = parted;
  const circle = sealPlane({ ...seal, shape: 'circle' }, cut);
  const starred = fitStar(map, circle);
  // A star is set in circles: with one, an ellipse is a circle seen at an angle.
  const isCircle = seal.shape !== 'ellipse' || isStar(starred);
  const plane = isCircle ? circle : sealPlane(seal, cut);
  const star = isCircle ? starred : fitStar(map, plane);
  const sheet = ringSheet(map, plane, DEEPEST);
  const rim = rimEnd(sheet);
  const shape = isCircle ? 'circle' : 'ellipse';
  return layOutAt({ cut, map, plane, sheet, rim, star }, findUpright(sheet, rim, shape, star));
}

/** The same seal with its top elsewhere. */
export function layOutAt(
  known: Pick<RoundLayout, 'cut' | 'map' | 'plane' | 'sheet' | 'rim' | 'star'>,
  upright: Upright,
): RoundLayout {
  const { map, plane, sheet, rim, star } = known;
  const band = textBand(sheet, rim, upright.turn);
  const hidden = isStar(star) ? star.radius : hasPicture(star) ? EMBLEM : 0;
  const lines = textLines(map, plane, upright.turn, rim, band, hidden);
  const ring = blanked(sheet, plane, lineZone(lines, upright.turn));
  const title = titleSpan(ring, plane, upright.turn, band);
  const besideTitle = blanked(ring, plane, titleZone(title, band, plane, ENDS_FREE));
  const code = codePart(besideTitle, plane, rim, upright.turn, band, title);
  return { ...known, upright, band, lines, title, code };
}
