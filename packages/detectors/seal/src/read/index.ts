import type { RgbImage } from '@jianzhen/raster';
import type { PageSeal } from '../rectify/page-seal.ts';
import type { Recognise, SealText } from '../types.ts';
import { layOutRound } from './layout.ts';
import type { Looks } from './looks.ts';
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
  turn: 0,
  turnConfidence: 0,
};

/** Reads the seals of one page, all their strips in two calls of the recogniser at most. */
export async function readSeals(seals: readonly PageSeal[], recognise: Recognise): Promise<SealText[]> {
  const looks = seals.map(looksAt);
  const first = await readAll(
    looks.map((look) => look?.first ?? []),
    recognise,
  );
  const again = looks.map((look, i) => look?.again(first[i]) ?? null);
  const more = await readAll(
    again.map((look) => look?.strips ?? []),
    recognise,
  );
  return again.map((look, i) => look?.finish(more[i]) ?? NOTHING);
}

/** Reads one seal. */
export async function readSeal(seal: PageSeal, recognise: Recognise): Promise<SealText> {
  const [text] = await readSeals([seal], recognise);
  return text;
}

function looksAt(onPage: PageSeal): Looks | null {
  if (onPage.seal.shape === 'square') return squareLooks(onPage);
  const layout = layOutRound(onPage);
  return layout && roundLooks(layout);
}

/** Reads lists of strips in one call. */
async function readAll(
  lists: readonly (readonly RgbImage[])[],
  recognise: Recognise,
): Promise<ReadCharacter[][][]> {
  const strips = lists.flat();
  const read = strips.length > 0 ? (await recognise(strips)).map(charactersOf) : [];
  let used = 0;
  return lists.map((list) => {
    used += list.length;
    return read.slice(used - list.length, used);
  });
}
