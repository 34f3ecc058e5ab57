// Simulated pages kept in a folder with what their seals measure: making them takes long.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locateSeals, measureOrigin } from '@jianzhen/detector-seal';
import { overlap } from '@jianzhen/evaluate';
import { decodeImage } from '@jianzhen/raster';
import {
  createRandom,
  type FaceSet,
  makeSealPage,
  planSealPages,
  type SealMaker,
  type SealTruth,
  type Split,
} from '@jianzhen/simulate';
import { isTwin, testBoxes, tiles } from '../fit-seal-locate/pages.ts';

/** A seal, how it was made and what it measures. */
export interface OriginRow {
  /** What folds go by: seals of one page stay together. */
  readonly page: string;
  readonly capture: string;
  readonly maker: SealMaker | 'tile';
  readonly measures: Readonly<Record<string, number>>;
}

/** Seals on each page: making a page costs more than putting seals on it. */
const SEALS = 5;
/** Where a locator puts an ellipse misses the truth by so much, in shares of its size. */
const MISS = 0.006;
/** Real imprints are at least so wide on their tiles; smaller ones are pasted fakes too small to learn texture from. */
const WIDE = 100;

export async function simulatedRows(
  folder: string,
  seed: string,
  faces: FaceSet,
  pages: number,
): Promise<OriginRow[]> {
  mkdirSync(folder, { recursive: true });
  const rows: OriginRow[] = [];
  for (const [n, request] of planSealPages({ seed, faces, count: pages }).entries()) {
    const kept = join(folder, `${seed}-${n}.rows.json`);
    if (!existsSync(kept)) {
      const { file, seals } = await makeSealPage({ ...request, seals: SEALS });
      const own = await rowsOf(file, seals, `${seed}-${n}`, request.capture);
      writeFileSync(kept, JSON.stringify(own));
    }
    rows.push(...(JSON.parse(readFileSync(kept, 'utf8')) as OriginRow[]));
  }
  return rows;
}

async function rowsOf(
  file: Uint8Array,
  seals: readonly SealTruth[],
  page: string,
  capture: string,
): Promise<OriginRow[]> {
  const image = await decodeImage(file);
  return seals.flatMap(({ ellipse, shape, colour, maker }, n) => {
    const random = createRandom('missed', page, n);
    const miss = () => random.normal() * MISS * Math.max(ellipse.rx, ellipse.ry);
    const seen = {
      cx: ellipse.cx + miss(),
      cy: ellipse.cy + miss(),
      rx: ellipse.rx + miss(),
      ry: ellipse.ry + miss(),
      angle: ellipse.angle,
    };
    const measures = measureOrigin(image, { ellipse: seen, shape, colour });
    return measures ? [{ page, capture, maker, measures }] : [];
  });
}

/** Real imprints on photographs, found by the locator within their burnt boxes; none whose photograph lies in the test split too. */
export async function tileRows(folder: string, split: Split): Promise<OriginRow[]> {
  const rows: OriginRow[] = [];
  const test = await testBoxes(folder);
  for await (const tile of tiles(folder, split)) {
    if (isTwin(tile, test)) continue;
    const { name, image, seals } = tile;
    for (const seal of locateSeals(image)) {
      const box = seals.find((one) => overlap(one, seal.region) > 0.5);
      const measures = box && box.width >= WIDE ? measureOrigin(image, seal) : null;
      if (measures) rows.push({ page: name, capture: 'tile', maker: 'tile', measures });
    }
  }
  return rows;
}
