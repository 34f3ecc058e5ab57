import type { Samples } from './samples.ts';

/**
 * Gives a component's samples at the picture's full resolution, row by row: with the triangle filter (weights 3:1 to the
 * nearest samples) where a direction is halved, as the Independent JPEG Group's software does, else by repetition.
 */
export type RowSource = (y: number) => Uint8ClampedArray;

/** Below this many samples a row, that software repeats samples instead. */
const MIN_FILTERED_WIDTH = 3;

/** @param width picture's width; rows hold at least as many samples and are valid until the next call */
export function upsampleRows(samples: Samples, width: number): RowSource {
  const { data, scaleX, scaleY, locate } = samples;
  if (scaleX === 1 && scaleY === 1) {
    return (y) => {
      const from = locate(y);
      return data.subarray(from, from + width);
    };
  }
  if (scaleX === 1 && scaleY === 2) return halvedDown(samples);
  const filtered = samples.width >= MIN_FILTERED_WIDTH;
  if (scaleX === 2 && scaleY === 1 && filtered) return halvedAcross(samples);
  if (scaleX === 2 && scaleY === 2 && filtered) return halvedBoth(samples);
  return repeated(samples, width);
}

function repeated({ data, scaleX, scaleY, locate }: Samples, width: number): RowSource {
  const row = new Uint8ClampedArray(width);
  const column = Uint32Array.from(row, (_, x) => Math.floor(x / scaleX));
  return (y) => {
    const from = locate(Math.floor(y / scaleY));
    for (let x = 0; x < width; x++) row[x] = data[from + column[x]!]!;
    return row;
  };
}

/** The sample row next nearest to picture row y, at the edge the nearest itself. */
function neighbourRow(y: number, height: number): number {
  const near = y >> 1;
  return Math.min(height - 1, Math.max(0, (y & 1) === 0 ? near - 1 : near + 1));
}

function halvedDown({ data, width, height, locate }: Samples): RowSource {
  const row = new Uint8ClampedArray(width);
  return (y) => {
    const near = locate(y >> 1);
    const far = locate(neighbourRow(y, height));
    const rounding = (y & 1) === 0 ? 1 : 2;
    for (let x = 0; x < width; x++) row[x] = (3 * data[near + x]! + data[far + x]! + rounding) >> 2;
    return row;
  };
}

function halvedAcross({ data, width, locate }: Samples): RowSource {
  const row = new Uint8ClampedArray(2 * width);
  const last = width - 1;
  return (y) => {
    const from = locate(y);
    row[0] = data[from]!;
    row[1] = (3 * data[from]! + data[from + 1]! + 2) >> 2;
    for (let x = 1; x < last; x++) {
      const near = 3 * data[from + x]!;
      row[2 * x] = (near + data[from + x - 1]! + 1) >> 2;
      row[2 * x + 1] = (near + data[from + x + 1]! + 2) >> 2;
    }
    row[2 * last] = (3 * data[from + last]! + data[from + last - 1]! + 1) >> 2;
    row[2 * last + 1] = data[from + last]!;
    return row;
  };
}

function halvedBoth({ data, width, height, locate }: Samples): RowSource {
  const row = new Uint8ClampedArray(2 * width);
  const last = width - 1;
  return (y) => {
    const near = locate(y >> 1);
    const far = locate(neighbourRow(y, height));
    let before = 0;
    let here = 3 * data[near]! + data[far]!;
    for (let x = 0; x <= last; x++) {
      const after = x < last ? 3 * data[near + x + 1]! + data[far + x + 1]! : here;
      row[2 * x] = (3 * here + (x > 0 ? before : here) + 8) >> 4;
      row[2 * x + 1] = (3 * here + after + 7) >> 4;
      before = here;
      here = after;
    }
    return row;
  };
}
