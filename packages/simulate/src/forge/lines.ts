/**
 * Text lines of a page nobody has labelled. After K. Y. Wong, R. G. Casey and F. M. Wahl, "Document Analysis System" (IBM Journal
 * of Research and Development, 1982): rules removed, ink smeared along the rows, connected components kept where shaped like text.
 */
import type { Box } from '../picture.ts';
import { asInk, type Ink } from './ink.ts';
import type { TextLine } from './types.ts';

interface Run {
  readonly y: number;
  readonly start: number;
  readonly end: number;
}

export function findTextLines(text: Ink): TextLine[] {
  const unit = Math.sqrt((text.width * text.height) / 1e6);
  const runs = smearedRuns(text, Math.round(14 * unit));
  return components(runs)
    .filter((box) => {
      const inked = text.sum(box) / (box.width * box.height);
      return (
        box.height >= 7 * unit &&
        box.height <= 45 * unit &&
        box.width >= 1.2 * box.height &&
        box.width >= 14 * unit &&
        inked > 0.08 &&
        inked < 0.65
      );
    })
    .map((box) => ({ ...box, text: null }));
}

/** The ink without runs longer than any stroke of a letter: the rules of forms and tables. */
export function withoutRules(ink: Ink): Ink {
  const { width, height, data } = ink;
  const longest = 0.07 * Math.sqrt(width * height);
  const out = data.slice();
  /** `across` and `along`: how far the next line and the next pixel of a line lie in the data. */
  const strip = (count: number, length: number, across: number, along: number) => {
    for (let line = 0; line < count; line++) {
      let start = 0;
      for (let i = 0, at = line * across; i <= length; i++, at += along) {
        if (i < length && data[at]) continue;
        if (i - start > longest) for (let k = start; k < i; k++) out[line * across + k * along] = 0;
        start = i + 1;
      }
    }
  };
  strip(height, width, width, 1);
  strip(width, height, 1, width);
  return asInk({ width, height, data: out });
}

function smearedRuns({ data, width, height }: Ink, gap: number): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    let start = -1;
    let last = -1;
    for (let x = 0; x < width; x++) {
      if (!data[y * width + x]) continue;
      if (start >= 0 && x - last > gap) {
        runs.push({ y, start, end: last + 1 });
        start = -1;
      }
      if (start < 0) start = x;
      last = x;
    }
    if (start >= 0) runs.push({ y, start, end: last + 1 });
  }
  return runs;
}

/** Boxes of runs that touch from row to row (union–find over runs). */
function components(runs: readonly Run[]): Box[] {
  const parent = runs.map((_, i) => i);
  const root = (i: number): number => {
    let node = i;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  let above = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    while (
      above < i &&
      (runs[above]!.y < run.y - 1 || (runs[above]!.y === run.y - 1 && runs[above]!.end <= run.start))
    )
      above++;
    for (let j = above; j < i && runs[j]!.y === run.y - 1 && runs[j]!.start < run.end; j++)
      parent[root(j)] = root(i);
  }
  const bounds = new Map<number, { x: number; y: number; right: number; bottom: number }>();
  runs.forEach((run, i) => {
    const key = root(i);
    const box = bounds.get(key) ?? { x: run.start, y: run.y, right: run.end, bottom: run.y + 1 };
    box.x = Math.min(box.x, run.start);
    box.right = Math.max(box.right, run.end);
    box.bottom = run.y + 1;
    bounds.set(key, box);
  });
  return [...bounds.values()].map(({ x, y, right, bottom }) => ({
    x,
    y,
    width: right - x,
    height: bottom - y,
  }));
}
