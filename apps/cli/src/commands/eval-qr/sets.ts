import { readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { type LabelledCode, parseMarkedCodes } from '@jianzhen/evaluate';
import { decodeImage, type RgbImage } from '@jianzhen/raster';
import { CODE_CONDITIONS, makeCodeScene } from '@jianzhen/simulate';
import { listFolder } from '../../inputs.ts';

export interface CodeSample {
  readonly file: string;
  /** `zxing`, `boofcv` or `simulated`. */
  readonly set: string;
  readonly category: string;
  load(): Promise<{ readonly image: RgbImage; readonly codes: readonly LabelledCode[] }>;
}

const PICTURES = /\.(png|jpe?g|gif)$/i;

async function pictures(folder: string, wanted: RegExp): Promise<{ category: string; path: string }[]> {
  const categories = (await listFolder(folder)).filter((name) => wanted.test(name));
  const files = await Promise.all(
    categories.map(async (category) =>
      (await listFolder(join(folder, category)))
        .filter((name) => PICTURES.test(name))
        .map((name) => ({ category, path: join(folder, category, name) })),
    ),
  );
  return files.flat();
}

const beside = (path: string, extension: string): string => {
  const { dir, name } = parse(path);
  return join(dir, `${name}.${extension}`);
};

/** ZXing's black box: one code a picture with its text (or bytes) beside it, and pictures without a code. */
export async function zxingSamples(folder: string): Promise<CodeSample[]> {
  const files = await pictures(folder, /^(qrcode|falsepositives)-/);
  return files.map(({ category, path }) => ({
    file: path,
    set: 'zxing',
    category,
    load: async () => {
      const image = await decodeImage(await readFile(path));
      if (category.startsWith('falsepositives')) return { image, codes: [] };
      const payload = await readFile(beside(path, 'txt'), 'utf8').catch(() => readFile(beside(path, 'bin')));
      return { image, codes: [{ corners: null, payload }] };
    },
  }));
}

/** BoofCV's photographs: the corners of every code by hand, no payloads. */
export async function boofcvSamples(folder: string): Promise<CodeSample[]> {
  const files = await pictures(folder, /^[a-z]/);
  return files.map(({ category, path }) => ({
    file: path,
    set: 'boofcv',
    category,
    load: async () => {
      const image = await decodeImage(await readFile(path));
      const marked = parseMarkedCodes(await readFile(beside(path, 'txt'), 'utf8'));
      return { image, codes: marked.map((corners) => ({ corners, payload: null })) };
    },
  }));
}

/** `size` pictures a condition, drawn by seed. */
export const simulatedSamples = (seed: number, size: number): CodeSample[] =>
  CODE_CONDITIONS.flatMap((condition) =>
    Array.from({ length: size }, (_, n) => ({
      file: `${condition}-${n}`,
      set: 'simulated',
      category: condition,
      load: async () => {
        const { picture, codes } = await makeCodeScene(condition, `eval ${seed} ${n}`);
        return { image: picture, codes: codes.map(({ corners, text }) => ({ corners, payload: text })) };
      },
    })),
  );
