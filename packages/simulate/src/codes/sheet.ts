import { inverse, type Point, project, squareToQuad } from '../vouchers/homography.ts';
import type { CodeModules } from './write.ts';

/** Corners clockwise from a code's own top left. */
export type CodeCorners = readonly [Point, Point, Point, Point];

/** Where and how a code lies in a picture. */
export interface Pose {
  readonly centre: Point;
  /** Pixels a module where the sheet is not tilted. */
  readonly module: number;
  /** Radians, clockwise on the picture. */
  readonly turn: number;
  /** Radians by which the sheet leans back about its upright and about its level axis. */
  readonly lean: readonly [number, number];
}

/** Displacement, in modules, of what lies at a place of the sheet; both in modules from the middle of the code. */
export type Bend = (x: number, y: number) => Point;

export const flatSheet: Bend = () => [0, 0];

/** A code on its sheet, as the camera sees it. */
export interface SeenCode {
  readonly corners: CodeCorners;
  /** Sheet around the code, clockwise. */
  readonly outline: CodeCorners;
  /** 1 dark, 0 light, null off the sheet, at a point of the picture. */
  at(x: number, y: number): 0 | 1 | null;
}

/** Distance of the camera in widths of the sheet. */
const FAR = 2.2;

export function layCode(
  { width, height, dark }: CodeModules,
  quiet: number,
  pose: Pose,
  bend: Bend,
): SeenCode {
  const [w, h] = [width + 2 * quiet, height + 2 * quiet];
  const span = Math.max(w, h);
  const place = (x: number, y: number): Point => {
    // x, y in modules from the middle; turned about both axes, then seen from FAR sheets away.
    const [yaw, pitch] = pose.lean;
    const px = x * Math.cos(yaw);
    const depth = x * Math.sin(yaw) + y * Math.sin(pitch);
    const py = y * Math.cos(pitch);
    const scale = (pose.module * FAR * span) / (FAR * span + depth);
    const [c, s] = [Math.cos(pose.turn), Math.sin(pose.turn)];
    return [pose.centre[0] + scale * (c * px - s * py), pose.centre[1] + scale * (s * px + c * py)];
  };
  const corner = (x: number, y: number) => [place(-x, -y), place(x, -y), place(x, y), place(-x, y)] as const;
  const outline = corner(w / 2, h / 2);
  const toPicture = squareToQuad(outline);
  const toSheet = inverse(toPicture);
  const onPicture = (x: number, y: number): Point => {
    // A point of the code is seen where the place and its displacement add up to it.
    let [u, v] = [x, y];
    for (let i = 0; i < 20; i++) {
      const [dx, dy] = bend(u, v);
      [u, v] = [x - dx, y - dy];
    }
    return project(toPicture, (u + w / 2) / w, (v + h / 2) / h);
  };
  const [cw, ch] = [width / 2, height / 2];
  return {
    outline,
    corners: [onPicture(-cw, -ch), onPicture(cw, -ch), onPicture(cw, ch), onPicture(-cw, ch)],
    at: (x, y) => {
      const [s, t] = project(toSheet, x, y);
      if (s < 0 || t < 0 || s >= 1 || t >= 1) return null;
      const [u, v] = [s * w - w / 2, t * h - h / 2];
      const [dx, dy] = bend(u, v);
      const column = Math.floor(u + dx + cw);
      const row = Math.floor(v + dy + ch);
      if (column < 0 || row < 0 || column >= width || row >= height) return 0;
      return dark[row * width + column] === 1 ? 1 : 0;
    },
  };
}
