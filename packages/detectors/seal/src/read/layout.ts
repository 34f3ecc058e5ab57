import type { RgbImage } from '@jianzhen/raster';
import { cutSeal, type SealCut } from '../rectify/cut.ts';
import { type InkMap, inkMap } from '../rectify/ink.ts';
import type { LocatedSeal } from '../types.ts';
import { type Band, textBand } from '../unroll/band.ts';
import { codePart } from '../unroll/code.ts';
import { type TextLine, textLines } from '../unroll/lines.ts';
import { rimEnd } from '../unroll/rim.ts';
import { type SealPlane, sealPlane } from '../unroll/ring.ts';
import { ringSheet } from '../unroll/sheet.ts';
import { fitStar, type StarFit } from '../unroll/star.ts';
import type { RingPart } from '../unroll/strips.ts';
import { type TitleSpan, titleSpan } from '../unroll/title.ts';
import { findUpright, STAR, type Upright } from '../unroll/upright.ts';

/** Where a round seal bears what, in its own plane. */
export interface RoundLayout {
  readonly cut: SealCut;
  readonly map: InkMap;
  readonly plane: SealPlane;
  readonly rim: number;
  readonly star: StarFit;
  readonly upright: Upright;
  readonly band: Band;
  readonly lines: readonly TextLine[];
  readonly title: TitleSpan;
  readonly code: RingPart | null;
}

/** Depth down to which the ring is unrolled; an ellipse has no ring below. */
const DEEPEST = 0.74;

export function layOutRound(image: RgbImage, seal: LocatedSeal): RoundLayout | null {
  const cut = cutSeal(image, seal);
  if (!cut) return null;
  const map = inkMap(cut, seal.colour);
  const plane = sealPlane(seal, cut);
  const sheet = ringSheet(map, plane, DEEPEST);
  const rim = rimEnd(sheet);
  const star = fitStar(map, plane);
  const upright = findUpright(sheet, rim, seal.shape, star);
  const band = textBand(sheet, rim, upright.turn);
  const hidden = star.score >= STAR ? star.radius : 0;
  const lines = textLines(map, plane, upright.turn, rim, band, hidden);
  const title = titleSpan(sheet, plane, upright.turn, band, lines);
  const code = codePart(sheet, plane, rim, upright.turn, band, title);
  return { cut, map, plane, rim, star, upright, band, lines, title, code };
}
