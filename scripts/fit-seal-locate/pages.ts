import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { findBurntBoxes, overlap, withoutBurntBoxes } from '@jianzhen/evaluate';
import type { Region } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { listSources, type Split, splitOf } from '@jianzhen/simulate';
import sharp from 'sharp';

/** A page and where its seals are. */
export interface SealedPage {
  readonly name: string;
  readonly image: RgbImage;
  readonly seals: readonly Region[];
  /** Seals that only slivers are seen of may lie at the picture's edge without being listed. */
  readonly slivers: boolean;
}

/** By libjpeg-turbo, which is quicker than the reader that keeps coefficients. */
export async function decoded(bytes: Uint8Array): Promise<RgbImage> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: new Uint8Array(data) };
}

/** Photographs of imprints without their burnt boxes, of one split. */
export async function* tiles(folder: string, split: Split): AsyncGenerator<SealedPage> {
  for (const file of readdirSync(folder).sort()) {
    const { name } = parse(file);
    if (splitOf(name) !== split) continue;
    const raw = await decoded(readFileSync(join(folder, file)));
    const seals = findBurntBoxes(raw);
    if (seals.length > 0) yield { name, image: withoutBurntBoxes(raw, seals), seals, slivers: true };
  }
}

/** The same photograph lies in several tiles: boxes of the test part, by which its twins elsewhere are known. */
export async function testBoxes(folder: string): Promise<Region[]> {
  const boxes: Region[] = [];
  for await (const { seals } of tiles(folder, 'test')) boxes.push(...seals);
  return boxes;
}

export const isTwin = (page: SealedPage, boxes: readonly Region[]): boolean =>
  page.seals.some((seal) => boxes.some((box) => overlap(seal, box) > 0.93));

/** Inks that whole receipts are printed in. */
const INKS = [
  [70, 50, 150],
  [150, 60, 130],
  [190, 60, 60],
  [50, 90, 160],
] as const;

/** Every second of the genuine receipts and forms, a third of these in coloured ink: no seal on any of them. */
export async function* documents(folder: string, split: Split): AsyncGenerator<SealedPage> {
  for (const [n, { name, path }] of listSources(folder, split).entries()) {
    const image = await decoded(readFileSync(path));
    yield { name, image, seals: [], slivers: false };
    if (n % 3 === 0)
      yield { name, image: tinted(image, INKS[(n / 3) % INKS.length]!), seals: [], slivers: false };
  }
}

/** The page as if printed in another ink. */
function tinted({ width, height, rgb }: RgbImage, ink: readonly [number, number, number]): RgbImage {
  const out = new Uint8Array(rgb.length);
  for (let i = 0; i < rgb.length; i++) out[i] = ink[i % 3]! + ((255 - ink[i % 3]!) * rgb[i]!) / 255;
  return { width, height, rgb: out };
}
