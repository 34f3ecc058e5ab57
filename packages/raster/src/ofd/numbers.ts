/** GB/T 33190, 7.3: ST_Box, "x y width height" in millimetres. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A4, where neither page nor document tells. */
export const DEFAULT_AREA: Box = { x: 0, y: 0, width: 210, height: 297 };

export type Matrix = readonly [number, number, number, number, number, number];

export function numbers(text: string | null | undefined): number[] {
  return (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number)
    .filter(Number.isFinite);
}

export function number(text: string | null | undefined, otherwise: number): number {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? value : otherwise;
}

export function box(text: string | null | undefined): Box | null {
  const [x, y, width, height] = numbers(text);
  return height === undefined ? null : { x: x!, y: y!, width: width!, height };
}

/** CTM: "a b c d e f". */
export function matrix(text: string | null | undefined): Matrix | null {
  const values = numbers(text);
  return values.length === 6 ? (values as unknown as Matrix) : null;
}

const MAX_DELTAS = 100_000;

/** GB/T 33190, 11.3: a list of offsets in which "g n v" stands for n times v. */
export function deltas(text: string | undefined): number[] {
  const out: number[] = [];
  const tokens = (text ?? '').trim().split(/\s+/).filter(Boolean);
  for (let i = 0; i < tokens.length && out.length < MAX_DELTAS; i++) {
    if (tokens[i] !== 'g') {
      out.push(number(tokens[i], 0));
      continue;
    }
    const count = Math.min(number(tokens[i + 1], 0), MAX_DELTAS - out.length);
    for (let k = 0; k < count; k++) out.push(number(tokens[i + 2], 0));
    i += 2;
  }
  return out;
}
