import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { errors } from '../errors.ts';
import type { TextLine } from './types.ts';

export type Split = 'train' | 'validation' | 'test';

export interface SourceFile {
  /** Base name without extension: what the split goes by. */
  readonly name: string;
  readonly set: 'sroie' | 'funsd';
  readonly path: string;
  readonly lines: readonly TextLine[] | null;
}

/** Names and filing numbers that software put on some SROIE receipts afterwards: such pages are edited, not genuine. */
const EDITED = /tan woon yann|tan chay yee|[,"](?:3-\d{7}|3180\d{3})[",\s]*$/im;
/** 015 is the same receipt as 012. */
const TWICE = '015';
/**
 * Receipts whose files were saved once more by an image editor (JFIF 1.01 with 96 or 150 dpi and tables that begin 2 1 1 2, where the
 * rest of the set has 1.02 without resolution and tables of 1). On most of them one sees why: names, logos and lines of text
 * painted over with flat white, or words typed on.
 */
const SAVED_BY_EDITOR = `
  001 004 006 020 021 026 029 061 065 229 245 280 350 351 418 582 583 584 586 587
  588 590 595 597 598 599 603 604 606 607 608 609 611 618 619 620 621 623`;
/** Receipts that bear letters or numbers of a drawn font, though their files look like the others. */
const TYPED_ON = '073 075 076 152 179 314 315 318 320 624 625';
const LEFT_OUT: ReadonlySet<string> = new Set(`${TWICE} ${SAVED_BY_EDITOR} ${TYPED_ON}`.split(/\s+/));

/** Splits by source: SHA-1 of the base name, first 32 bits modulo 10; 0–3 train, 4 validation, 5 test, null beyond. */
export function splitOf(name: string): Split | null {
  const bucket = createHash('sha1').update(name).digest().readUInt32BE(0) % 10;
  return bucket <= 3 ? 'train' : bucket === 4 ? 'validation' : bucket === 5 ? 'test' : null;
}

/** Whether a train source is one of the quarter that the document network never learns from; the same is `held` in training/document/pages.py. */
export const isHeld = (name: string): boolean => createHash('sha1').update(`hold ${name}`).digest()[0]! < 64;

/** The split's genuine sources under the folder `data`, which holds `sroie/` and `funsd/` or `documents/` with both; sorted by name. */
export function listSources(data: string, split: Split): SourceFile[] {
  const within = join(data, 'documents');
  const folder = existsSync(within) ? within : data;
  const receipts = listImages(join(folder, 'sroie', 'img'), split).flatMap(({ name, path }) => {
    const rows = readText(join(folder, 'sroie', 'box', `${name}.csv`));
    const key = readText(join(folder, 'sroie', 'key', `${name}.json`));
    if (LEFT_OUT.has(name) || EDITED.test(rows) || EDITED.test(key)) return [];
    return [{ name, set: 'sroie' as const, path, lines: parseBoxes(rows) }];
  });
  const forms = listImages(join(folder, 'funsd', 'img'), split).map((image) => ({
    ...image,
    set: 'funsd' as const,
    lines: null,
  }));
  return [...receipts, ...forms];
}

function listImages(folder: string, split: Split): { name: string; path: string }[] {
  if (!existsSync(folder)) throw errors('simulate.data-missing', { path: folder });
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: parse(file).name, path: join(folder, file) }))
    .filter(({ name }) => splitOf(name) === split);
}

const readText = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Lines of ICDAR 2019 SROIE: four corners clockwise from the top left, then the text, which may hold commas. */
export function parseBoxes(csv: string): TextLine[] {
  return csv.split(/\r?\n/).flatMap((row) => {
    const cells = row.split(',');
    const corners = cells.slice(0, 8).map(Number);
    if (cells.length < 9 || corners.some(Number.isNaN)) return [];
    const xs = [0, 2, 4, 6].map((i) => corners[i]!);
    const ys = [1, 3, 5, 7].map((i) => corners[i]!);
    const x = Math.min(...xs);
    const y = Math.min(...ys);
    return [
      {
        x,
        y,
        width: Math.max(...xs) - x,
        height: Math.max(...ys) - y,
        text: cells.slice(8).join(',').trim(),
      },
    ];
  });
}
