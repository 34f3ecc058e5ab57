import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedPage } from '../text.ts';
import { detectText } from './detect/index.ts';
import { elongation } from './detect/skew.ts';
import type { Crossing } from './layout/crossings.ts';
import { layOut } from './layout/index.ts';
import { type Networks, openNetworks } from './networks.ts';
import { partsOf } from './parting.ts';
import { recognise } from './recognise/index.ts';
import { confidenceOf, placedLine, type Reading, type ReadLine } from './recognise/line.ts';
import { cropStrip, type Strip, upsideDown } from './strips/crop.ts';
import { upsideDownProbability } from './strips/orientation.ts';
import { hasRedInk, throughRedFilter } from './strips/seal-ink.ts';
import { alongText } from './turn.ts';

export interface ReaderOptions {
  /** Threads within one run of a network. */
  readonly threads?: 1 | 2;
}

/** Reads pages; one a thread, since opening it takes as long as some lines. */
export interface Reader {
  /**
   * All text on a page: askew, on its side or upside down too.
   *
   * @throws CodedError `papers.reader-unavailable` at the first page, where the networks cannot be loaded
   */
  read(page: RgbImage): Promise<RecognisedPage>;
}

/** Lines by which the page's direction is tried, and their shape: neither single characters nor squeezed. */
const PROBES = 4;
const PROBE_LENGTH = [3, 14] as const;
/** A page whose probes are read with less may stand upside down; digits read fairly well that way. */
const PAGE_SURE = 0.92;
/** So may a line. */
const UNSURE = 0.8;
/** What is read with less is no text: textures, logos, handwriting. */
const LEAST_CONFIDENCE = 0.5;
/** Classifier's probability from which a line is tried the other way up. */
const FLIPPED = 0.5;

/** Opens PP-OCRv4 (detection, orientation, recognition). */
export async function openReader({ threads = 1 }: ReaderOptions = {}): Promise<Reader> {
  return readerWith(await openNetworks(threads));
}

/** A reader over networks that are open already. */
export const readerWith = (networks: Networks): Reader => ({ read: (page) => readPage(page, networks) });

async function readPage(page: RgbImage, networks: Networks): Promise<RecognisedPage> {
  const { quarters, rectangles } = alongText(await detectText(page, networks.detection));
  const strips = rectangles.map((rectangle) => cropStrip(page, rectangle));
  const { flipped, readings } = await readUpright(strips, networks);
  const turns = quarters + (flipped ? 2 : 0);
  const lines = placed(await secondLook(readings, networks), page);
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

/**
 * Readings of all strips, turned over where the page stands upside down: the classifier is asked only where a few lines read badly.
 */
async function readUpright(strips: readonly Strip[], networks: Networks) {
  const probes = strips.filter(isProbe).sort(byPrint).slice(0, PROBES);
  const asIs = await recognise(probes, networks);
  const flipped = meanConfidence(asIs) < PAGE_SURE && (await readsBetterTurned(probes, asIs, networks));
  if (flipped) return { flipped, readings: await recognise(strips.map(upsideDown), networks) };
  const known = new Map(asIs.map((reading) => [reading.strip, reading]));
  const rest = await recognise(
    strips.filter((strip) => !known.has(strip)),
    networks,
  );
  return { flipped, readings: [...asIs, ...rest] };
}

const isProbe = ({ rectangle }: Strip) => {
  const length = elongation(rectangle);
  return length >= PROBE_LENGTH[0] && length <= PROBE_LENGTH[1];
};
/** Large print first. */
const byPrint = (a: Strip, b: Strip) => b.rectangle.height - a.rectangle.height || b.width - a.width;

async function readsBetterTurned(
  probes: readonly Strip[],
  asIs: readonly Reading[],
  networks: Networks,
): Promise<boolean> {
  const votes = await upsideDownProbability(probes, networks.orientation);
  if (votes.every((vote) => vote < FLIPPED)) return false;
  return meanConfidence(await recognise(probes.map(upsideDown), networks)) > meanConfidence(asIs);
}

/** 1 of no readings: there is nothing to doubt. */
const meanConfidence = (readings: readonly Reading[]) =>
  readings.length === 0
    ? 1
    : readings.reduce((sum, { characters }) => sum + confidenceOf(characters), 0) / readings.length;

/**
 * Lines that read badly are read again: the other way up where the classifier says so, through a red filter where a seal lies over
 * them. The best reading stays.
 */
async function secondLook(readings: readonly Reading[], networks: Networks): Promise<Reading[]> {
  const unsure = readings.filter(({ characters }) => confidenceOf(characters) < UNSURE);
  const strips = unsure.map(({ strip }) => strip);
  const votes = await upsideDownProbability(strips, networks.orientation);
  const tries = [
    ...unsure.filter((_, i) => votes[i] >= FLIPPED).map((was) => ({ was, strip: upsideDown(was.strip) })),
    ...unsure
      .filter(({ strip }) => hasRedInk(strip))
      .map((was) => ({ was, strip: throughRedFilter(was.strip) })),
  ];
  const again = await recognise(
    tries.map(({ strip }) => strip),
    networks,
  );
  const best = new Map(readings.map((reading) => [reading, reading]));
  for (const [i, { was }] of tries.entries()) {
    if (confidenceOf(again[i].characters) > confidenceOf(best.get(was)!.characters)) best.set(was, again[i]);
  }
  return [...best.values()];
}
