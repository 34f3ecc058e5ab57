import type { Region } from '@jianzhen/evidence';
import type { Point, RecognisedCharacter } from '../../text.ts';
import { regionAround } from '../geometry/rectangle.ts';
import type { ReadLine } from '../recognise/line.ts';

/** Turns page pixels so that text runs to the right; lengths stay. */
export interface Frame {
  toFrame(point: Point): Point;
  toPage(point: Point): Point;
}

/** @param angle direction in which the page's text runs, radians clockwise */
export function readingFrame(angle: number): Frame {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    toFrame: ({ x, y }) => ({ x: x * cos + y * sin, y: y * cos - x * sin }),
    toPage: ({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }),
  };
}

/** A piece of a line in the reading frame. */
export interface Segment {
  readonly line: ReadLine;
  readonly characters: readonly RecognisedCharacter[];
  readonly left: number;
  readonly right: number;
  /** Middle of its height at its left and right end: they differ where the line slopes. */
  readonly startY: number;
  readonly endY: number;
  /** Height of the line. */
  readonly height: number;
}

/** A whole line in the frame, without the margins that detection adds around it. */
export function lineSegment(line: ReadLine, frame: Frame): Segment {
  const [topLeft, topRight, bottomRight, bottomLeft] = line.line.polygon.map(frame.toFrame);
  const { left, right } = horizontalExtent(line.line.characters, frame);
  return {
    line,
    characters: line.line.characters,
    left,
    right,
    startY: (topLeft.y + bottomLeft.y) / 2,
    endY: (topRight.y + bottomRight.y) / 2,
    height: line.rectangle.height,
  };
}

/** From the first to the last character along the frame. */
export function horizontalExtent(
  characters: readonly { region: Region }[],
  frame: Frame,
): { left: number; right: number } {
  const extents = characters.map(({ region }) => extentOf(region, frame));
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    right: Math.max(...extents.map(({ right }) => right)),
  };
}

/** A character's extent along the frame; its upright box leans out where the frame is turned, so that only its own size counts. */
export function extentOf({ x, y, width, height }: Region, frame: Frame): { left: number; right: number } {
  const centre = frame.toFrame({ x: x + width / 2, y: y + height / 2 });
  const right = frame.toFrame({ x: 1, y: 0 });
  const half = (Math.abs(right.x) >= Math.abs(right.y) ? width : height) / 2;
  return { left: centre.x - half, right: centre.x + half };
}

/** The upright box on the page around a rectangle of the frame. */
export function regionOnPage(
  rectangle: { left: number; top: number; right: number; bottom: number },
  frame: Frame,
  page: { width: number; height: number },
): Region {
  const { left, top, right, bottom } = rectangle;
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return regionAround(points.map(frame.toPage), page);
}
