import type { StarFit } from './star.ts';

/** Which way a seal's top points. */
export interface Upright {
  /** Turns clockwise from the frame's top. */
  readonly turn: number;
  /** 0–1: how far the best way is ahead of the next. */
  readonly confidence: number;
  /** The next best way. */
  readonly next: number;
}

/** From this share of fifths on, about a core of ink, the centre is a star; print over it takes some away. */
const STAR = { score: 0.22, core: 0.2 } as const;
/** Turns within which a top is a star's point. */
const POINT = 0.03;

export const isStar = ({ score, core }: StarFit): boolean => score >= STAR.score && core >= STAR.core;

/** The direction of a star's point next to a turn, where one is near. */
export function nearestPoint({ turn }: StarFit, near: number): number {
  const point = turn + Math.round((near - turn) * 5) / 5;
  return away(point, near) < POINT ? point : near;
}

/** Between two turns, 0–0.5. */
export function away(a: number, b: number): number {
  const distance = Math.abs(a - b) % 1;
  return Math.min(distance, 1 - distance);
}
