// Faces of seals beyond the product's own, for training alone: training/seal/reader/faces.json lists them, its README says where they come from;
// training/seal/numbers/faces.json has more for figures.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type FaceFamilies,
  type Random,
  registerFont,
  type SealDesign,
  type SealKind,
  type SealWords,
} from '@jianzhen/simulate';
import * as fontkit from 'fontkit';
import { drawBroadWords, type Vocabulary } from './words.ts';

export type FacePart = 'training' | 'held';

/** Files of one design. */
interface ListedFaces {
  readonly folder: string;
  readonly files: readonly string[];
  readonly role: 'words' | 'digits';
  /** `held`: for validation, never trained on. */
  readonly part: FacePart;
  /** How often each is taken beside the others of its role. */
  readonly share: number;
}

export interface Face {
  readonly family: string;
  readonly share: number;
  /** Whether it has every character of a text. */
  readonly covers: (text: string) => boolean;
}

export interface FaceChoice {
  /** Faces of a page's print. */
  print(random: Random): FaceFamilies;
  /** A face for names and lines that has every character of a text; null where none of a few has. */
  words(text: string, random: Random): Face | null;
  /** Faces of a seal whose title is set in `title`; null where a face lacks a character of the words: another face would step in for it. */
  dress(title: Face | null, words: SealWords, random: Random): SealDesign['faces'] | null;
}

const listed = (name: string): ListedFaces[] =>
  JSON.parse(readFileSync(new URL(`../../training/seal/${name}/faces.json`, import.meta.url), 'utf8'));
const SAME_LINE = 0.7;
const OWN_DIGITS = 0.25;
/** Faces tried for a text. */
const TRIES = 8;

/** What seals say and in which faces, as `makeSealPage` asks for them. `vocabulary`: of the words; the simulator's own where null. */
export function wordsInFaces({ words, dress }: FaceChoice, vocabulary: Vocabulary | null) {
  if (vocabulary === null)
    return { dress: (said: SealWords, random: Random) => dress(words(said.title, random), said, random) };
  let title: Face | null = null;
  return {
    words: (kind: SealKind, random: Random) => {
      title = words('', random);
      return drawBroadWords(vocabulary, kind, random, title!.covers);
    },
    dress: (said: SealWords, random: Random) => dress(title, said, random),
  };
}

/** The listed faces of one part, from a folder as training/seal/reader/README.md has it made; with more for figures if asked. */
export function openFaces(folder: string, part: FacePart, moreFigures = false): FaceChoice {
  const all = [...listed('reader'), ...(moreFigures ? listed('numbers') : [])];
  const own = all.filter((face) => face.part === part);
  const open = (role: ListedFaces['role']) =>
    own
      .filter((design) => design.role === role)
      .flatMap((design) =>
        design.files.map((file) => openFace(resolve(folder, design.folder), file, design.share)),
      );
  const [words, digits] = [open('words'), open('digits')];
  return {
    print(random) {
      const face = () => `"${draw(words, random).family}"`;
      return { sans: face(), 'sans-bold': face(), serif: face(), 'serif-bold': face(), kai: face() };
    },
    words: (text, random) => drawCovering(words, text, random),
    dress(title, { title: name, subtitle, centreText, code, taxNumber }, random) {
      if (!title) return null;
      const numbers = `${centreText ?? ''}${code ?? ''}${taxNumber ?? ''}`;
      const isOther = !title.covers(subtitle ?? '') || !random.chance(SAME_LINE);
      const line = isOther ? drawCovering(words, subtitle ?? '', random) : title;
      if (!title.covers(name) || !line) return null;
      const figures =
        title.covers(numbers) && random.chance(OWN_DIGITS) ? title : drawCovering(digits, numbers, random);
      if (!figures) return null;
      const family = (face: Face) => `"${face.family}"`;
      return { title: family(title), line: family(line), digits: family(figures) };
    },
  };
}

function openFace(folder: string, file: string, share: number): Face {
  const path = join(folder, file);
  const opened = fontkit.openSync(path);
  // Of a collection the canvas registers the first face.
  const font = 'fonts' in opened ? opened.fonts[0]! : opened;
  const characters = new Set(font.characterSet);
  return {
    family: registerFont(`Jianzhen training ${file}`, path),
    share,
    covers: (text) => [...text].every((letter) => characters.has(letter.codePointAt(0)!)),
  };
}

function drawCovering(faces: readonly Face[], text: string, random: Random): Face | null {
  for (let i = 0; i < TRIES; i++) {
    const face = draw(faces, random);
    if (face.covers(text)) return face;
  }
  return null;
}

function draw(faces: readonly Face[], random: Random): Face {
  let left = random.next() * faces.reduce((sum, { share }) => sum + share, 0);
  for (const face of faces) {
    left -= face.share;
    if (left < 0) return face;
  }
  return faces.at(-1)!;
}
