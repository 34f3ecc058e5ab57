import type { RgbImage } from '@jianzhen/raster';
import type { PageSeal } from '../rectify/page-seal.ts';
import type { Recognise, SealText } from '../types.ts';
import type { RingNetwork } from '../unroll/network.ts';
import type { Language } from './language.ts';
import { type LaidSeal, layOutSeals } from './layout.ts';
import type { Looks } from './looks.ts';
import type { NumberNetwork } from './numbers/network.ts';
import { roundLooks } from './round.ts';
import { squareLooks } from './square.ts';
import { charactersOf, type ReadCharacter } from './vote.ts';

const NOTHING: SealText = {
  title: null,
  titleConfidence: 0,
  titleConfidences: [],
  subtitle: null,
  centre: 'none',
  centreText: null,
  code: null,
  taxNumber: null,
  numberConfidence: 0,
  turn: 0,
  turnConfidence: 0,
};

/** What seals are read by: a recogniser of strips, one of codes and tax numbers, what names are likely, and what tells where rings bear what. */
export interface SealReader {
  readonly recognise: Recognise;
  readonly numbers: NumberNetwork;
  readonly language: Language;
  readonly ring: RingNetwork;
}

/** Reads the seals of one page, all their strips in two calls of the recogniser at most. */
export async function readLaid(
  seals: readonly LaidSeal[],
  { recognise, numbers, language }: Omit<SealReader, 'ring'>,
): Promise<SealText[]> {
  const looks = seals.map((seal) => looksAt(seal, language));
  const first = await readAll(
    looks.map((look) => look?.first ?? []),
    recognise,
  );
  const again = looks.map((look, i) => look?.again(first[i]) ?? null);
  const more = await readAll(
    again.map((look) => look?.strips ?? []),
    recognise,
  );
  const told = await inLists(
    again.map((look) => look?.numbers ?? []),
    numbers,
  );
  return again.map((look, i) => look?.finish(more[i], told[i]) ?? NOTHING);
}

/** Lays out and reads the seals of one page. */
export const readSeals = async (seals: readonly PageSeal[], reader: SealReader): Promise<SealText[]> =>
  readLaid(await layOutSeals(seals, reader.ring), reader);

/** Reads one seal. */
export async function readSeal(seal: PageSeal, reader: SealReader): Promise<SealText> {
  const [text] = await readSeals([seal], reader);
  return text;
}

function looksAt({ onPage, layout }: LaidSeal, language: Language): Looks | null {
  if (onPage.seal.shape === 'square') return squareLooks(onPage, language);
  return layout && roundLooks(layout, language);
}

/** Reads lists of strips in one call. */
const readAll = (
  lists: readonly (readonly RgbImage[])[],
  recognise: Recognise,
): Promise<ReadCharacter[][][]> =>
  inLists(lists, async (strips) => (await recognise(strips)).map(charactersOf));

/** Asks of lists in one call; not at all where they are empty. */
async function inLists<Question, Answer>(
  lists: readonly (readonly Question[])[],
  ask: (questions: readonly Question[]) => Promise<Answer[]>,
): Promise<Answer[][]> {
  const questions = lists.flat();
  const answers = questions.length > 0 ? await ask(questions) : [];
  let used = 0;
  return lists.map((list) => {
    used += list.length;
    return answers.slice(used - list.length, used);
  });
}
