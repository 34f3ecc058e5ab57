import type { TextLine } from '../unroll/lines.ts';
import type { RoundLayout } from './layout.ts';
import type { Part } from './render.ts';

/** What is read above and below characters, in shares of their height: the recogniser was trained with some room. */
const ROOM = 0.125;

export function titlePart({ title, band }: RoundLayout): Part {
  const room = ROOM * (band.bottom - band.top);
  return { kind: 'ring', ...title, top: band.top - room, bottom: band.bottom + room };
}

/** A line in the upright plane as a part of the seal's own plane. */
export function linePart({ left, right, top, bottom }: TextLine, turn: number): Part {
  const angle = 2 * Math.PI * turn;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  const halfHeight = (0.5 + ROOM) * (bottom - top);
  const halfWidth = (right - left) / 2 + 0.3 * (bottom - top);
  return { kind: 'line', x: cos * u - sin * v, y: sin * u + cos * v, halfWidth, halfHeight, angle };
}
