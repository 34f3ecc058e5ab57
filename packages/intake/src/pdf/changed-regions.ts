import type { PdfFacts, Region } from '@jianzhen/evidence';
import { CodedError } from '@jianzhen/evidence';
import type { PdfHistory } from '@jianzhen/pdf';
import { connectedRegions, openPdf, type PageImage, type PdfDocument } from '@jianzhen/raster';
import type { ChangedPage, RevisionChanges } from './changes.ts';
import { overlyComplexPages } from './complexity.ts';

type Change = NonNullable<PdfFacts['revisions'][number]['changes']>[number];

/** Pages of revisions that are drawn twice to be compared; a file has one or two, a hostile one any number. */
const MAX_COMPARISONS = 12;
const DPI = 96;
const CELL = 6;
/** Grey levels by which a pixel must differ: anti-aliasing does not, ink does. */
const STEP = 48;
const MAX_REGIONS = 12;

/**
 * Where each revision changed what pages look like: an incremental update leaves the older file whole in front of it,
 * so that both can be drawn and compared. A revision that cannot be drawn on its own has no regions.
 */
export async function locateChanges(
  bytes: Uint8Array,
  history: PdfHistory,
  revisions: readonly RevisionChanges[],
): Promise<ReadonlyMap<number, readonly Change[]>> {
  const found = new Map<number, Change[]>();
  let left = MAX_COMPARISONS;
  for (let k = revisions.length - 1; k > 0 && left > 0; k--) {
    if (revisions[k]!.changed.length === 0) continue;
    const [refusedBefore, refused] = [overlyComplexPages(history, k - 1), overlyComplexPages(history, k)];
    const changed = revisions[k]!.changed.filter(
      ({ page, before }) => !refused.has(page) && (before === null || !refusedBefore.has(before)),
    ).slice(0, left);
    if (changed.length === 0) continue;
    left -= changed.length;
    found.set(k, await compare(bytes, revisions[k - 1]!.endOffset, revisions[k]!.endOffset, changed));
  }
  return found;
}

async function compare(
  bytes: Uint8Array,
  oldEnd: number,
  newEnd: number,
  changed: readonly ChangedPage[],
): Promise<Change[]> {
  const documents: PdfDocument[] = [];
  try {
    const older = await openPdf(bytes.subarray(0, oldEnd));
    documents.push(older);
    const newer = await openPdf(bytes.subarray(0, newEnd));
    documents.push(newer);
    const changes: Change[] = [];
    for (const { page, before } of changed) {
      if (before === null) changes.push({ page, region: null, replaced: false });
      else {
        const [was, is] = [await older.render(before, { dpi: DPI }), await newer.render(page, { dpi: DPI })];
        changes.push(...differences(was, is).map((change) => ({ page, ...change })));
      }
    }
    return changes;
  } catch (error) {
    if (error instanceof CodedError) return [];
    throw error;
  } finally {
    for (const document of documents) document.close();
  }
}

/** Boxes around what differs between two drawings of a page, in points, largest first. */
function differences(was: PageImage, is: PageImage): { region: Region | null; replaced: boolean }[] {
  if (was.width !== is.width || was.height !== is.height) return [{ region: null, replaced: true }];
  const columns = Math.ceil(is.width / CELL);
  const map = new Uint8Array(columns * Math.ceil(is.height / CELL));
  const lost = new Uint8Array(map.length);
  for (let y = 0, at = 1; y < is.height; y++) {
    for (let x = 0; x < is.width; x++, at += 3) {
      const change = is.rgb[at]! - was.rgb[at]!;
      if (Math.abs(change) < STEP) continue;
      const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL);
      map[cell] = 1;
      if (change > 0 && lost[cell]! < 255) lost[cell]!++;
    }
  }
  const { labels, regions } = connectedRegions(bridge(map, columns), columns);
  const scale = 72 / (is.dpi ?? DPI);
  return regions.slice(0, MAX_REGIONS).map((found) => {
    let pixels = 0;
    for (let i = 0; i < map.length; i++) if (labels[i] === found.label) pixels += lost[i]!;
    const [x, y] = [found.x * CELL * scale, found.y * CELL * scale];
    const region = { x, y, width: found.width * CELL * scale, height: found.height * CELL * scale };
    return { region, replaced: pixels >= MIN_LOST_PIXELS };
  });
}

/** Pixels that must have become lighter for something to count as gone. */
const MIN_LOST_PIXELS = 6;

/** Joins cells with one empty cell between them in a row, so that a word is one region. */
function bridge(map: Uint8Array, columns: number): Uint8Array {
  const out = map.slice();
  for (let i = 1; i + 1 < map.length; i++) {
    const inRow = i % columns > 0 && i % columns < columns - 1;
    if (inRow && map[i - 1] === 1 && map[i + 1] === 1) out[i] = 1;
  }
  return out;
}
