/**
 * Where a network sees the middles of seals: peaks of one of its maps, with the outline told by the others at the peak (X. Zhou et al.,
 * "Objects as points", 2019).
 */
import type { Ellipse } from '@jianzhen/evidence';

/** Pixels of the planes a cell of what the network says. */
export const CELL = 4;
/** In the order of `TOLD` in training/seal/locator/network.py, which says what each is. */
export const TOLD = [
  'middle',
  'square',
  'right',
  'down',
  'size',
  'long',
  'aslant',
  'level',
  'turned',
] as const;

/** What the network says of a page: a map by name, row-major. */
export interface LocatorSigns {
  readonly columns: number;
  readonly rows: number;
  readonly maps: Readonly<Record<(typeof TOLD)[number], Float32Array>>;
}

/** What may be a seal, in pixels of the planes. */
export interface FoundOutline {
  readonly ellipse: Ellipse;
  /** The ellipse lies within a square's sides, its axes along them. */
  readonly square: boolean;
  /** 0–1. */
  readonly score: number;
}

/** Outlines with at least a score, the surest first. */
export function decodeSeals(signs: LocatorSigns, least: number): FoundOutline[] {
  const { columns, rows, maps } = signs;
  const found: FoundOutline[] = [];
  const from = Math.log(least / (1 - least));
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, i++) {
      if (maps.middle[i]! < from || !isPeak(maps.middle, columns, rows, column, row)) continue;
      const score = 1 / (1 + Math.exp(-maps.middle[i]!));
      found.push({ ...outlineAt(signs, column, row), score });
    }
  return found.sort((a, b) => b.score - a.score);
}

function isPeak(values: Float32Array, columns: number, rows: number, column: number, row: number): boolean {
  const own = row * columns + column;
  for (let v = Math.max(0, row - 1); v <= Math.min(rows - 1, row + 1); v++)
    for (let u = Math.max(0, column - 1); u <= Math.min(columns - 1, column + 1); u++) {
      const other = v * columns + u;
      // Of equal neighbours the first is the peak.
      if (values[other]! > values[own]! || (values[other] === values[own] && other < own)) return false;
    }
  return true;
}

function outlineAt(
  { columns, maps }: LocatorSigns,
  column: number,
  row: number,
): Pick<FoundOutline, 'ellipse' | 'square'> {
  const i = row * columns + column;
  const [long, aslant] = [maps.long[i]!, maps.aslant[i]!];
  const square = maps.square[i]! > 0;
  const turn = square ? Math.atan2(maps.turned[i]!, maps.level[i]!) / 4 : Math.atan2(aslant, long) / 2;
  // Of a square's sides the ratio along them, of an ellipse that of its axes.
  const stretch = long * Math.cos(2 * turn) + aslant * Math.sin(2 * turn);
  const radius = CELL * Math.exp(maps.size[i]!);
  const half = Math.exp(stretch / 2);
  return {
    ellipse: {
      cx: CELL * (column + 0.5 + maps.right[i]!),
      cy: CELL * (row + 0.5 + maps.down[i]!),
      rx: radius * half,
      ry: radius / half,
      angle: (turn * 180) / Math.PI,
    },
    square,
  };
}
