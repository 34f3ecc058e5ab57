import type { PdfPageFacts } from '@jianzhen/evidence';
import { type Candidate, CELL, type CellMap, type PageContext, type Signal } from '../../signal.ts';
import { oddFonts } from './fonts.ts';
import { coveredText, imagesOverText, onScan } from './overlays.ts';
import { editorsNamed } from './producer.ts';
import { laterChanges } from './revisions.ts';

const WEIGHT = { high: 4, medium: 2, low: 0.5, info: 0 } as const;

/** What a PDF's own structure says of edits: revisions, editors named, fonts, and what lies over what. */
export const fileStructure: Signal = {
  id: 'file-structure',
  source:
    'ISO 32000-2:2020, 7.5.6 (incremental updates), 14.3 (metadata); own rules on drawing order and fonts',
  statisticNames: [
    'changes',
    'editors',
    'odd-fonts',
    'covered-text',
    'images-over-text',
    'on-scan',
    'weight',
  ],
  applies: ({ facts, page }) => pageFacts(facts.pdf?.pages, page) !== null,
  run({ facts, page, image }: PageContext) {
    const pdf = facts.pdf!;
    const drawn = pageFacts(pdf.pages, page)!;
    const groups = {
      changes: laterChanges(pdf, drawn, image),
      editors: editorsNamed(pdf),
      'odd-fonts': oddFonts(drawn, image),
      'covered-text': coveredText(drawn, image),
      'images-over-text': imagesOverText(drawn, image),
      'on-scan': onScan(drawn, image),
    };
    const candidates = Object.values(groups).flat();
    const counts = Object.entries(groups).map(([name, found]) => [name, found.length]);
    const weight = candidates.reduce((sum, { severity }) => sum + WEIGHT[severity], 0);
    return {
      map: mapOf(candidates, image.width, image.height),
      statistics: { ...Object.fromEntries(counts), weight },
      candidates,
    };
  },
};

function pageFacts(pages: readonly PdfPageFacts[] | undefined, page: number): PdfPageFacts | null {
  return pages?.find((candidate) => candidate.page === page) ?? null;
}

/** Each candidate's region with its weight; the structure says nothing against the rest of the page. */
function mapOf(candidates: readonly Candidate[], width: number, height: number): CellMap {
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const data = new Float32Array(columns * rows);
  for (const { region, severity } of candidates) {
    if (!region) continue;
    const right = Math.min(columns, Math.ceil((region.x + region.width) / CELL));
    const bottom = Math.min(rows, Math.ceil((region.y + region.height) / CELL));
    for (let y = Math.floor(region.y / CELL); y < bottom; y++) {
      for (let x = Math.floor(region.x / CELL); x < right; x++) {
        data[y * columns + x] = Math.max(data[y * columns + x]!, WEIGHT[severity]);
      }
    }
  }
  return { columns, rows, data };
}
