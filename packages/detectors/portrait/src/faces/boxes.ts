/** Boxes out of the finder's cells (Redmon and Farhadi 2017, section 2, "direct location prediction"). */
import type { Region } from '@jianzhen/evidence';
import { ANCHORS } from '../networks/finder.ts';
import type { FoundFace } from '../types.ts';

const LEAST_SCORE = 0.5;
/** Boxes that share more than this (intersection over union) are one face. */
const SAME_FACE = 0.4;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Boxes in shares of the square input, above the least score. @param cells [25, rows, rows] */
export function decodeCells(cells: Float32Array, rows: number): FoundFace[] {
  const at = (channel: number, cell: number) => cells[channel * rows * rows + cell]!;
  return ANCHORS.flatMap(([anchorWidth, anchorHeight], anchor) =>
    Array.from({ length: rows * rows }, (_, cell) => cell).flatMap((cell): FoundFace[] => {
      const score = sigmoid(at(anchor * 5 + 4, cell));
      if (!(score > LEAST_SCORE)) return [];
      const x = ((cell % rows) + sigmoid(at(anchor * 5, cell))) / rows;
      const y = (Math.floor(cell / rows) + sigmoid(at(anchor * 5 + 1, cell))) / rows;
      const width = (Math.exp(at(anchor * 5 + 2, cell)) * anchorWidth) / rows;
      const height = (Math.exp(at(anchor * 5 + 3, cell)) * anchorHeight) / rows;
      return [{ score, region: { x: x - width / 2, y: y - height / 2, width, height } }];
    }),
  );
}

export function overlap(a: Region, b: Region): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (a.width * a.height + b.width * b.height - width * height);
}

/** One box a face: the surest of those that overlap. */
export function distinct(faces: readonly FoundFace[]): FoundFace[] {
  const kept: FoundFace[] = [];
  for (const face of faces.toSorted((a, b) => b.score - a.score))
    if (kept.every((other) => overlap(face.region, other.region) <= SAME_FACE)) kept.push(face);
  return kept;
}
