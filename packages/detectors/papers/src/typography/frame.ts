import type { RecognisedCharacter, RecognisedLine } from '../text.ts';
import { type FrameBox, UPRIGHT } from './patch.ts';

/** 0 for lines that are as good as upright. */
export function directionOf({ polygon }: RecognisedLine): number {
  const [a, b] = polygon;
  const angle = a && b ? Math.atan2(b.y - a.y, b.x - a.x) : 0;
  return Math.abs(angle) < UPRIGHT ? 0 : angle;
}

/** The reader's box in the frame of the line: of an upright box around a turned one, the turned one. */
export function frameBox({ region }: RecognisedCharacter, angle: number): FrameBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [region.x + region.width / 2, region.y + region.height / 2];
  const [u, v] = [x * cos + y * sin, y * cos - x * sin];
  const [c, s] = [Math.abs(cos), Math.abs(sin)];
  const double = c * c - s * s;
  // Halfway between two axes the upright box tells nothing of the shape.
  const solves = Math.abs(double) > 0.2;
  const width = solves ? (region.width * c - region.height * s) / double : region.width / 2;
  const height = solves ? (region.height * c - region.width * s) / double : region.height;
  const [reachU, reachV] = [Math.max(2, width) / 2, Math.max(4, height) / 2];
  return { left: u - reachU, right: u + reachU, top: v - reachV, bottom: v + reachV };
}

export function boxOver(boxes: readonly FrameBox[]): FrameBox {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
