import type { TextLine } from '../unroll/lines.ts';
import { codeZone, either, lineZone, titleZone, without } from '../unroll/zones.ts';
import { ENDS_FREE, type RoundLayout } from './layout.ts';
import type { Part } from './render.ts';

/** What is read above and below characters, in shares of their height: the recogniser was trained with some room. */
const ROOM = 0.125;
/** What is read beyond a title's outermost ink, in heights: some characters are narrow at their feet. */
const BESIDE = 0.5;
/** Heights of a title's outermost characters beside which a line may reach. */
const BESIDE_LINES = 0.25;
/** Heights that are read more beside a line whose ends may be cut off. */
const MORE = 1.1;

export function titlePart({ title, band, plane, lines, upright, code }: RoundLayout): Part {
  const height = band.bottom - band.top;
  const beside = Math.min((BESIDE * height) / plane.length, (1 - (title.to - title.from)) / 2);
  return {
    kind: 'ring',
    from: title.from - beside,
    to: title.to + beside,
    top: band.top - ROOM * height,
    bottom: band.bottom + ROOM * height,
    // Where a line reaches into the title's own place, it is the title that is read: that is known better.
    hidden: either(
      without(lineZone(lines, upright.turn), titleZone(title, band, plane)),
      codeZone(code, title, plane),
    ),
  };
}

/** The title and a character's room more on both sides, nothing hidden: where its ends were taken for another part's. */
export function widerTitlePart(layout: RoundLayout): Part {
  const part = titlePart(layout);
  const { band, plane } = layout;
  if (part.kind !== 'ring') return part;
  const more = Math.min((band.bottom - band.top) / plane.length, (1 - (part.to - part.from)) / 2);
  return { ...part, from: part.from - more, to: part.to + more, hidden: () => false };
}

export function codeAsPart({ code, lines, upright, title, band, plane }: RoundLayout): Part | null {
  if (!code) return null;
  const hidden = either(lineZone(lines, upright.turn), titleZone(title, band, plane, ENDS_FREE));
  return { kind: 'ring', ...code, hidden };
}

/** A line in the upright plane as a part of the seal's own plane. */
export function linePart(
  { left, right, top, bottom }: TextLine,
  { upright, title, band, plane }: RoundLayout,
): Part {
  const angle = 2 * Math.PI * upright.turn;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    kind: 'line',
    x: cos * u - sin * v,
    y: sin * u + cos * v,
    halfWidth: (right - left) / 2 + 0.3 * (bottom - top),
    halfHeight: (0.5 + ROOM) * (bottom - top),
    angle,
    hidden: titleZone(title, band, plane, BESIDE_LINES),
  };
}

/** Where elliptical seals have their lower line, in the plane's unit: the middle of a line, and half sides that hold one set larger or lower. */
const USUAL = { y: 0.51, halfWidth: 0.72, halfHeight: 0.16 } as const;

/** Where an elliptical seal's lower line stands, though no ink tells it; null of a circle, and where a line is known below the centre. */
export function usualLinePart({ plane, upright, lines }: RoundLayout): Part | null {
  if (plane.a === plane.b || lines.some(({ top }) => top > 0.1)) return null;
  const angle = 2 * Math.PI * upright.turn;
  return {
    kind: 'line',
    x: -Math.sin(angle) * USUAL.y,
    y: Math.cos(angle) * USUAL.y,
    halfWidth: USUAL.halfWidth,
    halfHeight: USUAL.halfHeight,
    angle,
    hidden: () => false,
  };
}

/** A line and a character's room more on both sides, nothing hidden: where its ends were taken for the ring's. */
export function widerLinePart(line: TextLine, layout: RoundLayout): Part {
  const height = line.bottom - line.top;
  const wider = { ...line, left: line.left - MORE * height, right: line.right + MORE * height };
  return { ...linePart(wider, layout), hidden: () => false };
}
