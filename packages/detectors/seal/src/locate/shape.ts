import type { Ellipse } from '@jianzhen/evidence';

/** Of axes, above which an ellipse is a circle seen at an angle: invoice seals have 0.75. */
const ROUND = 0.85;

export const roundShape = ({ rx, ry }: Ellipse): 'circle' | 'ellipse' =>
  Math.min(rx, ry) / Math.max(rx, ry) < ROUND ? 'ellipse' : 'circle';
