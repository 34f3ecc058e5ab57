import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { errors } from './errors.ts';

const resolve = createRequire(import.meta.url).resolve;
/** This package exports its code alone; its fonts lie beside it. */
const BESIDE_CODE = '@embedpdf/fonts-sc';
const registered = new Set<string>();

function locate(file: string): string {
  if (file.startsWith('../')) return join(import.meta.dirname, file);
  if (!file.startsWith(BESIDE_CODE)) return resolve(file);
  return join(dirname(resolve(BESIDE_CODE)), '..', file.slice(BESIDE_CODE.length));
}

/** Registers a font file, of an npm package or at an absolute path, under our own family name, once; the machine's own fonts are never relied on. */
export function registerFont(family: string, file: string): string {
  if (registered.has(family)) return family;
  let bytes: Buffer;
  try {
    bytes = readFileSync(locate(file));
  } catch (cause) {
    throw errors('simulate.font-missing', { path: file }, { cause });
  }
  if (!GlobalFonts.register(bytes, family)) throw errors('simulate.font-missing', { path: file });
  registered.add(family);
  return family;
}

/** Faces metrically like those that most offices print with: Arial, Times New Roman, Courier New. */
export const LATIN_FACES = ['arimo', 'tinos', 'cousine'].flatMap((name) =>
  [400, 700].map((weight) => ({ name, weight })),
);

/** The family name of a Latin face, ready to draw with. */
export function latinFont({ name, weight }: { name: string; weight: number }): string {
  return registerFont(
    `Jianzhen ${name} ${weight}`,
    `@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`,
  );
}

const serif = (weight: number) =>
  `@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-${weight}-normal.woff2`;
const sans = (weight: string) => `@embedpdf/fonts-sc/fonts/NotoSansHans-${weight}.otf`;

/** Chinese faces: song (serif), hei (sans), kai (regular script), hand (running script for signatures). */
export const CHINESE_FILES = {
  serif: serif(400),
  'serif-bold': serif(700),
  sans: sans('Regular'),
  'sans-bold': sans('Bold'),
  kai: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2',
  hand: '@fontsource/zhi-mang-xing/files/zhi-mang-xing-chinese-simplified-400-normal.woff2',
} as const;
export type ChineseFace = keyof typeof CHINESE_FILES;

const dress = new Map<ChineseFace, string>();

/** Draws Chinese faces from other files of npm packages from now on: sets for reporting are made in faces that nothing was tuned on. */
export function redress(files: Partial<Record<ChineseFace, string>>): void {
  for (const [face, file] of Object.entries(files)) dress.set(face as ChineseFace, file);
}

/** The family name of a Chinese face, ready to draw with; its Latin letters and digits come with it. */
export function chineseFont(face: ChineseFace): string {
  const other = dress.get(face);
  return other
    ? registerFont(`Jianzhen ${face} redressed`, other)
    : registerFont(`Jianzhen ${face}`, CHINESE_FILES[face]);
}

/** Where the face's file lies, for writers that embed it themselves. */
export const chineseFontPath = (face: ChineseFace): string => locate(CHINESE_FILES[face]);

/** Faces of papers that nothing was ever tuned on; `print` lies in this package (fonts/README.md). */
const PAPER_FILES = {
  print: '../fonts/print-regular.woff2',
  'print-bold': '../fonts/print-bold.woff2',
  mono: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
  tinos: '@fontsource/tinos/files/tinos-latin-400-normal.woff2',
  xiaowei: '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2',
} as const;

/** The family name of such a face, ready to draw with. */
export const paperFont = (face: keyof typeof PAPER_FILES): string =>
  registerFont(`Jianzhen paper ${face}`, PAPER_FILES[face]);
