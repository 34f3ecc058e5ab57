import { copyOf, type Picture } from '../../picture.ts';
import type { Random } from '../../random.ts';
import type { Origin } from '../types.ts';
import { dust } from './dust.ts';
import { folds } from './folds.ts';
import type { Hardship } from './hardship.ts';
import { jottings } from './jottings.ts';
import { moire } from './moire.ts';
import { numbering } from './numbering.ts';
import { dotMatrix, faintThermal } from './print.ts';
import { shadow } from './shadow.ts';
import { stamps } from './stamps.ts';

/** What makes untouched pages look edited; a new one is a file beside this one and a line here. */
export const HARDSHIPS = {
  stamps,
  jottings,
  dust,
  moire,
  shadow,
  'dot-matrix': dotMatrix,
  'faint-thermal': faintThermal,
  folds,
  numbering,
} satisfies Record<string, Hardship>;

export type HardName = keyof typeof HARDSHIPS;

/** With the given chance one or two hardships on a copy of the page; the printed ones first, as in life. None on a screen. */
export function wear(
  origin: Origin,
  share: number,
  random: Random,
): { picture: Picture; name: string | null } {
  const { picture, medium, script } = origin;
  if (medium === 'screen' || !random.chance(share)) return { picture, name: null };
  const names = Object.keys(HARDSHIPS) as HardName[];
  const count = random.chance(0.35) ? 2 : 1;
  const drawn = random.shuffle(names).slice(0, count);
  const inOrder = [...drawn].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const page = copyOf(picture);
  for (const name of inOrder) HARDSHIPS[name](page, random, script);
  return { picture: page, name: inOrder.join('+') };
}

const ORDER: readonly HardName[] = [
  'dot-matrix',
  'faint-thermal',
  'numbering',
  'stamps',
  'jottings',
  'folds',
  'dust',
  'shadow',
  'moire',
];
