import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedPage } from '../text.ts';
import { detectText } from './detect/index.ts';
import type { Crossing } from './layout/crossings.ts';
import { layOut } from './layout/index.ts';
import { type Guard, type Networks, openNetworks } from './networks.ts';
import { partsOf } from './parting.ts';
import { recognise } from './recognise/index.ts';
import { confidenceOf, placedLine, type Reading, type ReadLine } from './recognise/line.ts';
import { underSeals } from './seals/under.ts';
import { readDownwards, secondLook } from './second-look.ts';
import { cropStrip, type Strip } from './strips/crop.ts';
import { alongText } from './turn.ts';
import { readUpright } from './upright.ts';

export interface ReaderOptions {
  /** Threads within one run of a network. */
  readonly threads?: 1 | 2;
  readonly guard?: Guard;
}

/** Reads pages; one a thread, since opening it takes as long as some lines. */
export interface Reader {
  /**
   * All text on a page: askew, on its side or upside down too.
   *
   * @param budgetMs milliseconds after which what was read so far is handed out, `complete` being false
   * @throws CodedError `papers.reader-unavailable` at the first page, where the networks cannot be loaded
   */
  read(page: RgbImage, budgetMs?: number): Promise<RecognisedPage>;
}

/** What is read with less is no text: textures, logos, handwriting. */
const LEAST_CONFIDENCE = 0.5;
/** Opens PP-OCRv4 (detection, orientation, recognition). */
export async function openReader({ threads = 1, guard }: ReaderOptions = {}): Promise<Reader> {
  return readerWith(await openNetworks(threads, guard));
}

/** A reader over networks that are open already. */
export const readerWith = (networks: Networks): Reader => ({
  async read(page, budgetMs = Number.POSITIVE_INFINITY) {
    const until = performance.now() + budgetMs;
    const read = await readPage(page, { ...networks, until });
    return performance.now() > until ? { ...read, complete: false } : read;
  },
});

async function readPage(page: RgbImage, networks: Networks): Promise<RecognisedPage> {
  const seen = await detectText(page, networks.detection);
  const { rectangles: whole, pageFor } = await underSeals(page, seen, networks.detection);
  const { quarters, rectangles } = alongText(whole);
  const strips = rectangles.map((rectangle) => cropStrip(pageFor(rectangle), rectangle));
  const { flipped, readings } = await readUpright(strips, networks);
  const turns = quarters + (flipped ? 2 : 0);
  const better = await secondLook(readings, page, networks);
  const stacked = await readDownwards(better, turns, page, networks);
  const lines = [
    ...placed(
      better.filter((reading) => !stacked.has(reading)),
      page,
    ),
    ...stacked.values(),
  ];
  const layout = layOut(lines, turns, page);
  if (layout.crossings.length === 0) return layout.page;
  return layOut(await parted(lines, layout.crossings, page, networks), turns, page).page;
}

const placed = (readings: readonly Reading[], page: RgbImage): ReadLine[] =>
  readings
    .filter(({ characters }) => confidenceOf(characters) >= LEAST_CONFIDENCE)
    .flatMap((reading) => placedLine(reading, page) ?? []);

/** Lines with those that were joined from cells of a table read again, cell by cell. */
async function parted(
  lines: readonly ReadLine[],
  crossings: readonly Crossing[],
  page: RgbImage,
  networks: Networks,
): Promise<ReadLine[]> {
  const joined = new Set<ReadLine>();
  const cells: Strip[] = [];
  for (const [line, own] of Map.groupBy(crossings, ({ line }) => line)) {
    const parts = partsOf(cropStrip(page, line.rectangle), own);
    if (parts.length < 2) continue;
    joined.add(line);
    cells.push(...parts.map((part) => cropStrip(page, part)));
  }
  return [...lines.filter((line) => !joined.has(line)), ...placed(await recognise(cells, networks), page)];
}
