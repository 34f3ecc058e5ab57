/** Faces on a picture, wherever they are and however it is turned. */
import type { Region } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { FINDER_EDGE, FINDER_MEAN } from '../networks/finder.ts';
import type { FaceNetworks } from '../open.ts';
import type { FoundFace } from '../types.ts';
import { decodeCells, distinct } from './boxes.ts';
import { crop, squareInput, turned, within } from './pixels.ts';

/**
 * Tiles an edge and quarter turns, tried in this order until a face is found: a portrait on a card on a scanned page is too small for
 * the whole page at once, and telephones seldom turn their pictures. Past the first, a face must be surer.
 */
const LOOKS = [
  { grid: 1, turns: [0], least: 0.5 },
  { grid: 2, turns: [0], least: 0.6 },
  { grid: 1, turns: [1, 3, 2], least: 0.6 },
  { grid: 4, turns: [0], least: 0.6 },
  { grid: 2, turns: [1, 3, 2], least: 0.6 },
] as const satisfies readonly {
  readonly grid: number;
  readonly turns: readonly (0 | 1 | 2 | 3)[];
  readonly least: number;
}[];
/** Tiles narrower than this would only be blown up. */
const LEAST_TILE = FINDER_EDGE / 2;
/** By how much of its size a tile overlaps the next. */
const SHARED = 0.35;

function tiles(image: RgbImage, grid: number): Region[] {
  const [width, height] = [image.width, image.height].map((size) => size / (grid - SHARED * (grid - 1)));
  return Array.from({ length: grid * grid }, (_, i) => {
    const [column, row] = [i % grid, Math.floor(i / grid)];
    const box = {
      x: column * width! * (1 - SHARED),
      y: row * height! * (1 - SHARED),
      width: width! + 1,
      height: height! + 1,
    };
    return within(image, box)!;
  });
}

async function facesWithin(image: RgbImage, tile: Region, { finder }: FaceNetworks): Promise<FoundFace[]> {
  const input = squareInput(crop(image, tile), FINDER_EDGE, FINDER_MEAN, 'corner');
  const edge = Math.max(tile.width, tile.height);
  const cells = await finder(input);
  return decodeCells(cells, FINDER_EDGE / 32).flatMap(({ score, region }) => {
    const inside = within(image, {
      x: tile.x + region.x * edge,
      y: tile.y + region.y * edge,
      width: region.width * edge,
      height: region.height * edge,
    });
    return inside ? [{ score, region: inside }] : [];
  });
}

export interface FoundFaces {
  /** Quarter turns clockwise after which the faces stand upright; regions are in pixels of the picture so turned. */
  readonly turn: 0 | 1 | 2 | 3;
  readonly image: RgbImage;
  readonly faces: readonly FoundFace[];
}

const surest = ({ faces }: FoundFaces) => Math.max(0, ...faces.map(({ score }) => score));

/** All faces, by the first look that finds any; none where none does. */
export async function findFaces(image: RgbImage, networks: FaceNetworks): Promise<FoundFaces> {
  for (const { grid, turns, least } of LOOKS) {
    const [whole] = tiles(image, grid);
    if (grid > 1 && Math.max(whole!.width, whole!.height) < LEAST_TILE) continue;
    const found: FoundFaces[] = [];
    for (const turn of turns) {
      const upright = turned(image, turn);
      const faces: FoundFace[] = [];
      for (const tile of tiles(upright, grid)) faces.push(...(await facesWithin(upright, tile, networks)));
      found.push({ turn, image: upright, faces: distinct(faces).filter(({ score }) => score >= least) });
    }
    const [best] = found.toSorted((a, b) => surest(b) - surest(a));
    if (surest(best!) > 0) return best!;
  }
  return { turn: 0, image, faces: [] };
}
