import type { RgbImage } from '@jianzhen/raster';
import type { LocatedSeal, Recognise, SealText } from '../types.ts';
import { layOutRound } from './layout.ts';
import type { Looks } from './looks.ts';
import { roundLooks } from './round.ts';
import { squareLooks } from './square.ts';
import { charactersOf, type ReadCharacter } from './vote.ts';

type Located = Pick<LocatedSeal, 'ellipse' | 'shape' | 'colour'>;

const NOTHING: SealText = {
  title: null,
  titleConfidence: 0,
  subtitle: null,
  centre: 'none',
  centreText: null,
  code: null,
  taxNumber: null,
  turn: 0,
  turnConfidence: 0,
};

/** Reads the seals of one page, all their strips in two calls of the recogniser at most. */
export async function readSeals(
  image: RgbImage,
  seals: readonly Located[],
  recognise: Recognise,
): Promise<SealText[]> {
  const looks = seals.map((seal) => looksAt(image, seal));
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
export async function readSeal(image: RgbImage, seal: Located, recognise: Recognise): Promise<SealText> {
  const [text] = await readSeals(image, [seal], recognise);
  return text;
}

function looksAt(image: RgbImage, seal: Located): Looks | null {
  if (seal.shape === 'square') return squareLooks(image, seal);
  const layout = layOutRound(image, seal);
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
