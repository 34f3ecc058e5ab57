import { readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { findBurntBoxes, type LabelledSeal, withoutBurntBoxes } from '@jianzhen/evaluate';
import { decodeImage, type RgbImage } from '@jianzhen/raster';
import {
  type FaceSet,
  listSources,
  makeScreen,
  makeSealPage,
  planSealPages,
  SCREEN_KINDS,
  SEAL_CAPTURES,
  type SealTruth,
  type Split,
  sealOfPicture,
  splitOf,
} from '@jianzhen/simulate';
import { errors } from '../../errors.ts';
import { listFolder } from '../../inputs.ts';

/** A page as it is looked at, with the seals on it. */
export interface LoadedSealPage {
  readonly image: RgbImage;
  /** The file that the image was decoded from; null where boxes had to be taken out first. */
  readonly bytes: Uint8Array | null;
  readonly seals: readonly LabelledSeal[];
  /** All that is known of simulated seals, in the order of `seals`. */
  readonly truth: readonly SealTruth[];
}

export interface SealSample {
  readonly file: string;
  /** `simulated`, `screens`, `tiles`, `pictures` or `documents`, and of which sort or split. */
  readonly part: string;
  /** Who made the seals, where they are no simulated ones. */
  readonly maker?: string;
  /** Seals of which the picture's edge leaves little may be there unlisted. */
  readonly slivers: boolean;
  load(): Promise<LoadedSealPage>;
}

export interface SimulatedSealOptions {
  readonly seed: number;
  readonly faces: FaceSet;
  /** Pages. */
  readonly size: number;
}

/** Simulated pages in seeds and, unless told otherwise, faces that nothing was fitted on. */
export const simulatedSeals = ({ seed, faces, size }: SimulatedSealOptions): SealSample[] =>
  planSealPages({ seed: `eval ${seed}`, faces, count: size }).map((request) => ({
    file: `${request.seed}-${request.capture}`,
    part: 'simulated',
    slivers: false,
    load: async () => {
      const { file, seals } = await makeSealPage(request);
      return {
        image: await decodeImage(file),
        bytes: file,
        seals: seals.map(({ box, conditions, maker }) => ({
          box,
          conditions: [...conditions, maker, request.capture],
        })),
        truth: seals,
      };
    },
  }));

/** Screens of each kind, per simulated page. */
const SCREENS = 1 / 6;

/** Telephones' screens, none with a seal; by kind, since what finds seals was fitted on some kinds and not on others. */
export const sealFreeScreens = ({ seed, size }: SimulatedSealOptions): SealSample[] =>
  SCREEN_KINDS.flatMap((kind) =>
    Array.from({ length: Math.round(SCREENS * size) }, (_, n) => ({
      file: `eval ${seed}-${kind}-${n}`,
      part: `screens: ${kind}`,
      slivers: false,
      load: async () => {
        const bytes = await makeScreen(kind, `eval ${seed} ${n}`);
        return { image: await decodeImage(bytes), bytes, seals: [], truth: [] };
      },
    })),
  );

const PICTURES = /\.(png|bmp)$/i;

/**
 * Pictures out of real electronic seals, laid on rendered pages and captured in every way.
 * @throws CodedError `cli.file-missing`, `cli.file-unreadable`, `cli.no-pictures`
 */
export async function pictureSeals(
  folder: string,
  { seed, faces }: SimulatedSealOptions,
): Promise<SealSample[]> {
  const files = (await listFolder(folder)).filter((file) => PICTURES.test(file));
  if (files.length === 0) throw errors('cli.no-pictures', { folder, kinds: 'png, bmp' });
  return files.flatMap((file) =>
    SEAL_CAPTURES.map((capture) => ({
      file: `${file}-${capture}`,
      part: 'pictures',
      maker: 'electronic seal',
      slivers: false,
      load: async () => {
        const made = [await sealOfPicture(await decodeImage(await readFile(join(folder, file))), file)];
        const page = await makeSealPage({ seed: `eval ${seed} ${file}`, faces, capture, seals: 1, made });
        const seals = page.seals.map(({ box }) => ({ box, conditions: [capture] }));
        return { image: await decodeImage(page.file), bytes: page.file, seals, truth: [] };
      },
    })),
  );
}

/** Photographs of imprints with burnt boxes, which are read and taken out. */
export async function tileSeals(folder: string, split: Split): Promise<SealSample[]> {
  const files = (await listFolder(folder)).filter((file) => splitOf(parse(file).name) === split);
  return files.map((file) => ({
    file,
    part: `tiles ${split}`,
    slivers: true,
    load: async () => {
      const raw = await decodeImage(await readFile(join(folder, file)));
      const boxes = findBurntBoxes(raw);
      return {
        image: withoutBurntBoxes(raw, boxes),
        bytes: null,
        seals: boxes.map((box) => ({ box, conditions: [] })),
        truth: [],
      };
    },
  }));
}

/** Genuine receipts and forms, none with a seal. */
export const sealFreeDocuments = (folder: string, splits: readonly Split[]): SealSample[] =>
  splits.flatMap((split) =>
    listSources(folder, split).map(({ name, set, path }) => ({
      file: `${set}/${name}`,
      part: `documents ${split}`,
      slivers: false,
      load: async () => {
        const bytes = await readFile(path);
        return { image: await decodeImage(bytes), bytes, seals: [], truth: [] };
      },
    })),
  );
